// The guest libraries (src/guest) in pieces: the module `virtual:guest-image`.
// Each piece is one ES module, made of an entry (start.ts, those of parts/, end.ts) and what it brings. What nobody needs is
// neither loaded nor booted. Page, tests and command line all get it from this plugin, built with the same options, so the
// bytes are the same everywhere; they depend on nothing but the sources (no paths, no dates, no environment). The command
// line gets them compiled.
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { compilePieces } from './src/sandbox/machine.ts';
import { engineWasm } from './vite.engine-wasm.ts';
import { reachedFrom } from './vite.module-graph.ts';

const id = 'virtual:guest-image';
/** The code of a part, a module of its own: loaded when needed. */
const partPrefix = `${id}/`;
const repository = fileURLToPath(new URL('.', import.meta.url));

/**
 * Entries in the order of boot, as paths in src/guest. A part may stand on those before it, and nothing before it may import
 * what only the part should bring.
 */
const entries = [
	'start.ts',
	'parts/buffer.ts',
	'parts/locale.ts',
	'parts/url.ts',
	'parts/util.ts',
	'parts/files.ts',
	'parts/crypto.ts',
	'parts/assert.ts',
	'parts/amqplib.ts',
	'parts/pomelo.ts',
	'parts/pomelo-client.ts',
	'end.ts'
] as const;

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

/**
 * Bundle src/guest into one ES module for each entry. A module belongs to the first entry that reaches it.
 *
 * @param root the repository (a test builds a copy elsewhere)
 * @throws Error with the bundler's message when it cannot
 */
export async function bundleGuest(root: string): Promise<GuestBundle> {
	const input = Object.fromEntries(entries.map((entry) => [nameOf(entry), fileOf(root, entry)]));
	const result = await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'silent',
		// The guest is neither a browser nor Node.js: no mode, no environment.
		envDir: false,
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			write: false,
			target: 'es2023',
			sourcemap: false,
			minify: false,
			// Of a site, Vite would watch every dynamic import, for a document that is not there.
			lib: { entry: input, formats: ['es'] },
			rolldownOptions: {
				preserveEntrySignatures: false,
				output: {
					format: 'es',
					entryFileNames: '[name].js',
					chunkFileNames: '[name].js',
					keepNames: true,
					comments: false,
					// Functions and classes keep their names: consoles and error stacks show them.
					minify: {
						compress: { keepNames: { function: true, class: true } },
						mangle: { toplevel: true, keepNames: true },
						codegen: { removeWhitespace: true }
					},
					codeSplitting: { groups: [firstWhoReaches(root)] }
				}
			}
		}
	});
	const [bundle] = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
	const chunks = (bundle?.output ?? []).flatMap((part) => (part.type === 'chunk' ? [part] : []));
	if (chunks.length !== entries.length)
		throw new Error(`src/guest made ${String(chunks.length)} pieces of ${String(entries.length)}`);
	const pieces = Object.keys(input).map((name) => {
		const chunk = chunks.find(({ fileName }) => fileName === `${name}.js`);
		if (chunk === undefined) throw new Error(`src/guest made no piece ${name}`);
		return {
			name,
			code: chunk.code,
			needs: chunk.imports
				.map((file) => file.replace(/\.js$/, ''))
				.filter((one) => one !== 'start'),
			modules: chunk.moduleIds.map((file) => relative(root, file))
		};
	});
	const files = chunks.flatMap(({ moduleIds }) => moduleIds);
	return { pieces, files: files.filter((file) => !file.startsWith('\0')) };
}

const nameOf = (entry: string) => entry.replace('parts/', '').replace('.ts', '');
const fileOf = (root: string, entry: string) => join(root, 'src/guest', entry);

/** Cuts the bundle: a module goes to the first entry that imports it, however indirectly. */
function firstWhoReaches(root: string): Rolldown.CodeSplittingGroup {
	const nameOfModule = new Map<string, string>();
	return {
		debugName: 'pieces of the guest image',
		includeDependenciesRecursively: false,
		name: (module, graph) => {
			if (nameOfModule.size === 0) {
				for (const entry of entries.toReversed()) {
					for (const id of reachedFrom(fileOf(root, entry), graph))
						nameOfModule.set(id, nameOf(entry));
				}
			}
			return nameOfModule.get(module) ?? null;
		}
	};
}

/** Code of each piece, as expressions of JavaScript. */
type Expressions = readonly string[];

/** The module `virtual:guest-image`: the pieces everybody needs as they are, the parts to be loaded. */
function imageModule({ pieces }: GuestBundle, codes: Expressions): string {
	const hash = createHash('sha256');
	for (const { code } of pieces) hash.update(code);
	const parts = pieces.slice(1, -1).map(({ name, needs }) => {
		const load = `() => import('${partPrefix}${name}').then((part) => part.default)`;
		return `{ name: '${name}', needs: ${JSON.stringify(needs)}, load: ${load} }`;
	});
	return `export const guestImage = {
		start: ${codes[0]},
		parts: [${parts.join()}],
		end: ${codes.at(-1)}
	};
	export const guestImageHash = '${hash.digest('hex').slice(0, 16)}';`;
}

/** What the pieces compile to, for Node.js. */
async function compiledCodes({ pieces }: GuestBundle): Promise<Expressions> {
	const compiled = await compilePieces(new WebAssembly.Module(engineWasm()), pieces);
	return compiled.map((code) => `Buffer.from('${Buffer.from(code).toString('base64')}', 'base64')`);
}

/** What the plugin offers to other plugins, as its `api`. */
export interface GuestImageApi {
	/** Files the image was made of; none as long as nobody has imported it. */
	files(): Promise<readonly string[]>;
}

/**
 * The Vite plugin that serves `virtual:guest-image`; in development it rebuilds when a guest file changes.
 * @param form compiled, a program of Node.js starts sooner; compressed text is less than half as large
 */
export function guestImage(form: 'text' | 'compiled' = 'text'): Plugin<GuestImageApi> {
	let made: Promise<{ readonly bundle: GuestBundle; readonly codes: Expressions }> | undefined;

	async function make() {
		const bundle = await bundleGuest(repository);
		const texts = bundle.pieces.map(({ code }) => JSON.stringify(code));
		return { bundle, codes: form === 'text' ? texts : await compiledCodes(bundle) };
	}

	return {
		name: 'roundtrip:guest-image',
		api: { files: async () => (await made)?.bundle.files ?? [] },
		resolveId: (source) =>
			source === id || source.startsWith(partPrefix) ? `\0${source}` : undefined,
		async load(loaded) {
			if (!loaded.startsWith(`\0${id}`)) return undefined;
			const { bundle, codes } = await (made ??= make());
			for (const file of bundle.files) this.addWatchFile(file);
			if (loaded === `\0${id}`) return imageModule(bundle, codes);
			const part = bundle.pieces.findIndex(({ name }) => loaded === `\0${partPrefix}${name}`);
			return part < 0 ? undefined : `export default ${codes[part]};`;
		},
		async hotUpdate({ file }) {
			const files = (await made?.catch(() => undefined))?.bundle.files;
			if (files !== undefined && !files.includes(file)) return undefined;
			if (!file.includes('/src/guest/')) return undefined;
			made = undefined;
			const { idToModuleMap } = this.environment.moduleGraph;
			return [...idToModuleMap.values()].filter((module) => module.id?.startsWith(`\0${id}`));
		}
	};
}
