// The comparison with a real RabbitMQ as one file, .roundtrip/rabbitmq/test-rabbitmq.js, bundled as the command line is.
import { defineConfig, mergeConfig } from 'vite';
import cli from './vite.cli.config.ts';

export default mergeConfig(
	cli,
	defineConfig({
		build: {
			ssr: 'test/rabbitmq/test-rabbitmq.ts',
			outDir: '.roundtrip/rabbitmq',
			// Differences found before stay.
			emptyOutDir: false,
			rolldownOptions: { output: { entryFileNames: 'test-rabbitmq.js' } }
		}
	})
);
