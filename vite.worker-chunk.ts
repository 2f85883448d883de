// `import url from './x.ts?worker&url'` as a chunk of the same build: what page and worker share (kernel, broker, trace,
// ...) is one file that a visitor loads once. Vite's own way is a second build with a second copy of everything.
import { basename } from 'node:path';
import type { Plugin } from 'vite';

const suffix = '?worker&url';
const prefix = '\0worker-chunk:';
const preloadHelper = '\0vite/preload-helper.js';

/** The Vite plugin; in development Vite's own way is kept. */
export function workerChunk(): Plugin {
	return {
		name: 'roundtrip:worker-chunk',
		apply: 'build',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (!source.endsWith(suffix)) return undefined;
			const file = await this.resolve(source.slice(0, -suffix.length), importer);
			return file === null ? undefined : prefix + file.id;
		},
		load(id) {
			if (!id.startsWith(prefix)) return undefined;
			const file = id.slice(prefix.length);
			const name = basename(file).replace(/\.\w+$/, '');
			const reference = this.emitFile({ type: 'chunk', id: file, name });
			return `export default import.meta.ROLLDOWN_FILE_URL_${reference};`;
		},
		// What Vite says of a file that cannot be had it says to the window, which a worker has none of: the reason would be lost.
		transform(code, id) {
			if (id !== preloadHelper) return undefined;
			const said = code.replace('window.dispatchEvent', 'globalThis.dispatchEvent');
			if (said === code)
				throw new Error('Vite tells of files that cannot be had in another way now');
			return { code: said, map: null };
		}
	};
}
