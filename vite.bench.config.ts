// The benchmark as one file, .roundtrip/bench/bench.js: the same bundling as the command line, so the figures are its own.
import { defineConfig, mergeConfig } from 'vite';
import cli from './vite.cli.config.ts';

export default mergeConfig(
	cli,
	defineConfig({
		build: {
			ssr: 'test/bench/bench.ts',
			outDir: '.roundtrip/bench',
			rolldownOptions: { output: { entryFileNames: 'bench.js' } }
		}
	})
);
