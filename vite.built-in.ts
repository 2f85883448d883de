// The built-in lessons and scenarios (lessons/) as plain data: the module `virtual:built-in`. They are read, checked and
// rendered while the site is built, so that a visitor loads the one that is opened and no parser.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import type { Catalogue } from '#lesson';

const id = 'virtual:built-in';
const listings = `${id}/listings`;
const lessonPrefix = `${id}/lesson/`;
const translations = `${id}/translations`;
const translationPrefix = `${id}/translation/`;
const scenarioPrefix = `${id}/scenario/`;
const teachers = `${id}/teachers`;
const teacherPrefix = `${id}/teacher/`;
const repository = fileURLToPath(new URL('.', import.meta.url));

interface Content {
	readonly catalogue: Catalogue;
	/** Everything it was made of. */
	readonly files: readonly string[];
}

async function readContent(): Promise<Content> {
	const { module, dependencies } = await runnerImport<{ readonly builtIn: Catalogue }>(
		join(repository, 'src/lesson/built-in.ts'),
		{ root: repository, configFile: false, envFile: false, logLevel: 'error' }
	);
	const lessons = [...module.builtIn.folders].flatMap(([folder, files]) =>
		Object.keys(files).map((file) => join('lessons', folder, file))
	);
	const files = [...dependencies, ...lessons].map((file) => join(repository, file));
	return { catalogue: module.builtIn, files };
}

/** A Map from each id to a function that loads a module's default. */
function loaders(ids: readonly string[], prefix: string): string {
	const entries = ids.map(
		(one) => `['${one}', () => import('${prefix}${one}').then((made) => made.default)]`
	);
	return `new Map([${entries.join(', ')}])`;
}

/** The text of one of the modules. Throws LessonError when a lesson or scenario cannot be read. */
function moduleText(name: string, catalogue: Catalogue): string {
	const data = (value: unknown) => `export default ${JSON.stringify(value)};`;
	if (name.startsWith(lessonPrefix)) {
		const lesson = catalogue.lesson(name.slice(lessonPrefix.length));
		return data(lesson && { ...lesson, translations: {} });
	}
	if (name.startsWith(translationPrefix))
		return data(catalogue.lesson(name.slice(translationPrefix.length))?.translations);
	if (name.startsWith(scenarioPrefix))
		return data(catalogue.scenario(name.slice(scenarioPrefix.length)));
	if (name.startsWith(teacherPrefix))
		return data(catalogue.teacher(name.slice(teacherPrefix.length)));
	const { lessons, scenarios, tracks } = catalogue;
	if (name === listings) return data({ lessons, scenarios, tracks });
	const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id);
	if (name === translations)
		return `export const translationLoaders = ${loaders(ids(lessons), translationPrefix)};`;
	if (name === teachers)
		return `export const teacherLoaders = ${loaders(ids(lessons), teacherPrefix)};`;
	return [
		`export const loadListings = () => import('${listings}').then((made) => made.default);`,
		`export const lessonLoaders = ${loaders(ids(lessons), lessonPrefix)};`,
		`export const scenarioLoaders = ${loaders(ids(scenarios), scenarioPrefix)};`
	].join('\n');
}

/** The Vite plugin that serves `virtual:built-in`; in development a change of the content reloads the page. */
export function builtInContent(): Plugin {
	let content: Promise<Content> | undefined;
	return {
		name: 'roundtrip:built-in',
		resolveId: (source) =>
			source === id || source.startsWith(`${id}/`) ? `\0${source}` : undefined,
		async load(loaded) {
			if (!loaded.startsWith(`\0${id}`)) return undefined;
			content ??= readContent();
			const { catalogue, files } = await content;
			for (const file of files) this.addWatchFile(file);
			return moduleText(loaded.slice(1), catalogue);
		},
		async hotUpdate({ file }) {
			const files = (await content?.catch(() => undefined))?.files;
			if (files !== undefined && !files.includes(file)) return undefined;
			content = undefined;
			const { idToModuleMap } = this.environment.moduleGraph;
			return [...idToModuleMap.values()].filter((module) => module.id?.startsWith(`\0${id}`));
		}
	};
}
