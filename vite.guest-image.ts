// The guest libraries (src/guest) as one string of source: the module `virtual:guest-image`.
// Page, tests and command line all get it from this plugin, built with the same options, so the bytes are the same
// everywhere; they depend on nothing but the sources (no paths, no dates, no environment).
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const id = 'virtual:guest-image';
const resolvedId = `\0${id}`;
const repository = fileURLToPath(new URL('.', import.meta.url));

interface GuestBundle {
	readonly code: string;
	/** Files the bundle was made of, for the dev server to watch. */
	readonly files: readonly string[];
}

/**
 * Bundle src/guest/main.ts into one self-contained script.
 *
 * @param root the repository (a test builds a copy elsewhere)
 * @throws Error with the bundler's message when it cannot
 */
export async function bundleGuest(root: string): Promise<GuestBundle> {
	const entry = join(root, 'src/guest/main.ts');
	const result = await build({
		root,
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: 'silent',
		// The guest is neither a browser nor Node.js: no mode, no environment.
		define: { 'process.env.NODE_ENV': '"production"' },
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
					// Functions and classes keep their names: consoles and error stacks show them.
					minify: {
						compress: false,
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
	const files = chunk.moduleIds.filter((file) => !file.startsWith('\0'));
	return { code: chunk.code, files };
}

/** The Vite plugin that serves `virtual:guest-image`; in development it rebuilds when a guest file changes. */
export function guestImage(): Plugin {
	let bundle: Promise<GuestBundle> | undefined;
	return {
		name: 'roundtrip:guest-image',
		resolveId: (source) => (source === id ? resolvedId : undefined),
		async load(loaded) {
			if (loaded !== resolvedId) return undefined;
			bundle ??= bundleGuest(repository);
			const { code, files } = await bundle;
			for (const file of files) this.addWatchFile(file);
			const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
			return [
				`export const guestImage = ${JSON.stringify(code)};`,
				`export const guestImageHash = '${hash}';`
			].join('\n');
		},
		async hotUpdate({ file }) {
			const files = (await bundle?.catch(() => undefined))?.files;
			if (files !== undefined && !files.includes(file)) return undefined;
			if (!file.includes('/src/guest/')) return undefined;
			bundle = undefined;
			const module = this.environment.moduleGraph.getModuleById(resolvedId);
			return module === undefined ? undefined : [module];
		}
	};
}
