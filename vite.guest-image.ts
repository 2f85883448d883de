// The guest libraries (src/guest) as source in pieces: the module `virtual:guest-image`.
// One bundle is cut where its parts (src/guest/parts) end, so that the pieces somebody needs, put together, are one script;
// what nobody needs is neither loaded nor booted.
// Page, tests and command line all get it from this plugin, built with the same options, so the bytes are the same
// everywhere; they depend on nothing but the sources (no paths, no dates, no environment).
import { createHash } from 'node:crypto';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const id = 'virtual:guest-image';
/** The text of a part, a module of its own: loaded when needed. */
const partPrefix = `${id}/`;
const repository = fileURLToPath(new URL('.', import.meta.url));

interface GuestPiece {
	readonly name: string;
	readonly code: string;
	/** Names of the pieces that have to be there, too; not the first one, which always is. */
	readonly needs: readonly string[];
	/** Its modules, as paths below the repository. */
	readonly modules: readonly string[];
}

interface GuestBundle {
	/** What every image begins with, the parts in order, and what it ends with. */
	readonly pieces: readonly GuestPiece[];
	/** Files the bundle was made of, for the dev server to watch. */
	readonly files: readonly string[];
}

/** Stands where a piece ends. No other statement of its kind may be in the bundle. */
const seam = 'debugger;';

/**
 * Bundle src/guest/main.ts into one self-contained script and cut it: the first piece ends with node/index.ts, the
 * following ones with the files of parts/. A module belongs to the first piece that imports it.
 *
 * @param root the repository (a test builds a copy elsewhere)
 * @throws Error with the bundler's message when it cannot
 */
export async function bundleGuest(root: string): Promise<GuestBundle> {
	const entry = join(root, 'src/guest/main.ts');
	const importsOf = new Map<string, readonly string[]>();
	const result = await build({
		root,
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: 'silent',
		// The guest is neither a browser nor Node.js: no mode, no environment.
		define: { 'process.env.NODE_ENV': '"production"' },
		plugins: [seams(root, importsOf)],
		build: {
			write: false,
			target: 'es2023',
			sourcemap: false,
			minify: false,
			lib: { entry, formats: ['iife'], name: '__roundtripGuest', fileName: 'guest' },
			rolldownOptions: {
				output: {
					keepNames: true,
					comments: false,
					// Functions and classes keep their names: consoles and error stacks show them. Seams are debugger statements.
					minify: {
						compress: { keepNames: { function: true, class: true }, dropDebugger: false },
						mangle: { toplevel: true, keepNames: true },
						codegen: { removeWhitespace: true }
					}
				}
			}
		}
	});
	const [output] = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
	const chunk = output?.output.find((part) => part.type === 'chunk');
	if (chunk?.type !== 'chunk') throw new Error('src/guest/main.ts made no script');
	const codes = chunk.code.split(seam);
	const groups = grouped(root, chunk.moduleIds);
	if (codes.length !== groups.length) throw new Error('The guest image has more seams than pieces');
	const pieces = groups.map(({ name, ids }, index) => ({
		name,
		code: codes[index] ?? '',
		needs: groups
			.slice(1, index)
			.filter((other) =>
				ids.some((one) => importsOf.get(one)?.some((to) => other.ids.includes(to)))
			)
			.map((other) => other.name),
		modules: ids.map((file) => relative(root, file))
	}));
	return { pieces, files: chunk.moduleIds.filter((file) => !file.startsWith('\0')) };
}

/** The name of the piece a file ends; undefined when it ends none. */
function endedBy(root: string, file: string): string | undefined {
	const path = relative(join(root, 'src/guest'), file);
	if (path === 'node/index.ts') return 'start';
	return path.startsWith('parts') ? basename(path, '.ts') : undefined;
}

/** Puts a seam behind every file that ends a piece, and notes who imports whom. */
function seams(root: string, importsOf: Map<string, readonly string[]>): Plugin {
	return {
		name: 'roundtrip:seams',
		transform: (code, file) =>
			endedBy(root, file) === undefined ? undefined : { code: `${code}\n${seam}`, map: null },
		generateBundle(_options, bundle) {
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== 'chunk') continue;
				for (const file of chunk.moduleIds)
					importsOf.set(file, this.getModuleInfo(file)?.importedIds ?? []);
			}
		}
	};
}

/** Modules in the order of the bundle, by piece. */
function grouped(root: string, files: readonly string[]): { name: string; ids: string[] }[] {
	const groups: { name: string; ids: string[] }[] = [];
	let ids: string[] = [];
	for (const file of files) {
		ids.push(file);
		const name = endedBy(root, file);
		if (name === undefined) continue;
		groups.push({ name, ids });
		ids = [];
	}
	return [...groups, { name: 'end', ids }];
}

/** The module `virtual:guest-image`: the pieces everybody needs as they are, the parts to be loaded. */
function imageModule({ pieces }: GuestBundle): string {
	const hash = createHash('sha256');
	for (const { code } of pieces) hash.update(code);
	const parts = pieces.slice(1, -1).map(({ name, needs }) => {
		const load = `() => import('${partPrefix}${name}').then((part) => part.default)`;
		return `{ name: '${name}', needs: ${JSON.stringify(needs)}, load: ${load} }`;
	});
	return `export const guestImage = {
		start: ${JSON.stringify(pieces[0]?.code)},
		parts: [${parts.join()}],
		end: ${JSON.stringify(pieces.at(-1)?.code)}
	};
	export const guestImageHash = '${hash.digest('hex').slice(0, 16)}';`;
}

/** What the plugin offers to other plugins, as its `api`. */
export interface GuestImageApi {
	/** Files the image was made of; none as long as nobody has imported it. */
	files(): Promise<readonly string[]>;
}

/** The Vite plugin that serves `virtual:guest-image`; in development it rebuilds when a guest file changes. */
export function guestImage(): Plugin<GuestImageApi> {
	let bundle: Promise<GuestBundle> | undefined;
	return {
		name: 'roundtrip:guest-image',
		api: { files: async () => (await bundle)?.files ?? [] },
		resolveId: (source) =>
			source === id || source.startsWith(partPrefix) ? `\0${source}` : undefined,
		async load(loaded) {
			if (!loaded.startsWith(`\0${id}`)) return undefined;
			bundle ??= bundleGuest(repository);
			const whole = await bundle;
			for (const file of whole.files) this.addWatchFile(file);
			if (loaded === `\0${id}`) return imageModule(whole);
			const part = whole.pieces.find(({ name }) => loaded === `\0${partPrefix}${name}`);
			return `export default ${JSON.stringify(part?.code)};`;
		},
		async hotUpdate({ file }) {
			const files = (await bundle?.catch(() => undefined))?.files;
			if (files !== undefined && !files.includes(file)) return undefined;
			if (!file.includes('/src/guest/')) return undefined;
			bundle = undefined;
			const { idToModuleMap } = this.environment.moduleGraph;
			return [...idToModuleMap.values()].filter((module) => module.id?.startsWith(`\0${id}`));
		}
	};
}
