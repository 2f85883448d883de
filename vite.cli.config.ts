// The command line as one file, .roundtrip/roundtrip.js, with the engine's wasm beside it. Built by `npm ci` (prepare).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';
import { guestImage } from './vite.guest-image.ts';

/** Put quickjs.wasm, the same file the page fetches, beside the bundle. */
function quickjsBeside(): Plugin {
	return {
		name: 'roundtrip:quickjs-beside',
		generateBundle() {
			const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
			this.emitFile({ type: 'asset', fileName: 'quickjs.wasm', source: readFileSync(file) });
		}
	};
}

export default defineConfig({
	plugins: [guestImage(), quickjsBeside()],
	publicDir: false,
	logLevel: 'warn',
	ssr: { noExternal: true },
	build: {
		ssr: 'src/cli/main.ts',
		target: 'node20',
		outDir: '.roundtrip',
		emptyOutDir: true,
		minify: false,
		rolldownOptions: {
			output: { entryFileNames: 'roundtrip.js', codeSplitting: false }
		}
	}
});
