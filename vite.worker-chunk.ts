// `import url from './x.ts?worker&url'` as a chunk of the same build: what page and worker share (kernel, broker, trace,
// ...) is one file that a visitor loads once. Vite's own way is a second build with a second copy of everything.
import { basename } from 'node:path';
import type { Plugin } from 'vite';

const suffix = '?worker&url';
const prefix = '\0worker-chunk:';

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
		}
	};
}
