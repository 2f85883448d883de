// The command line as one file, .roundtrip/roundtrip.js, with the engine's wasm beside it. Built by `npm ci` (prepare).
import { defineConfig } from 'vite';
import { engineWasmBeside } from './vite.engine-wasm.ts';
import { guestImage } from './vite.guest-image.ts';

export default defineConfig({
	plugins: [guestImage('compiled'), engineWasmBeside()],
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
