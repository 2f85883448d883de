// What puts the whole site into one HTML file that a browser opens from a disk: workers and the engine become part of the
// script, and the script, the styles and the notices part of the page, under a policy that allows nothing from elsewhere.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { engineWasm } from './vite.engine-wasm.ts';
import { guestImage } from './vite.guest-image.ts';

const repository = fileURLToPath(new URL('.', import.meta.url));
const engine = 'quickjs-wasi/quickjs.wasm?url';
const workerSuffix = '?worker&url';
const workerPrefix = '\0inline-worker:';

/** The engine as a data: address, as a module of any build that makes the file. */
function engineInside(): Plugin {
	return {
		name: 'roundtrip:engine-inside',
		enforce: 'pre',
		resolveId: (source) => (source === engine ? `\0${engine}` : undefined),
		load(id) {
			if (id !== `\0${engine}`) return undefined;
			const base64 = Buffer.from(engineWasm()).toString('base64');
			return `export default 'data:application/wasm;base64,${base64}';`;
		}
	};
}

/** Workers as text in the script: `?worker&url` is the address of a blob of it, and Vite puts `?worker` in by itself. */
function workersInside(collect: () => Plugin): Plugin {
	return {
		name: 'roundtrip:workers-inside',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (source.endsWith('?worker')) return this.resolve(`${source}&inline`, importer);
			if (!source.endsWith(workerSuffix)) return undefined;
			const file = await this.resolve(source.slice(0, -workerSuffix.length), importer);
			return file === null ? undefined : workerPrefix + file.id;
		},
		async load(id) {
			if (!id.startsWith(workerPrefix)) return undefined;
			const code = JSON.stringify(await scriptOf(id.slice(workerPrefix.length), collect()));
			return `export default URL.createObjectURL(new Blob([${code}], { type: 'text/javascript' }));`;
		}
	};
}

/** A module and all it imports as one script. */
async function scriptOf(entry: string, collect: Plugin): Promise<string> {
	const result = await build({
		root: repository,
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: 'warn',
		plugins: [engineInside(), guestImage(), collect],
		build: {
			write: false,
			target: 'es2023',
			// No module: Chromium refuses module workers and imports in workers on a page from a file.
			lib: { entry, formats: ['iife'], name: 'roundtripWorker', fileName: 'worker' },
			minify: true,
			rolldownOptions: {
				// The engine's address needs no base.
				transform: { define: { 'import.meta': '{}' } },
				output: { codeSplitting: false }
			}
		}
	});
	const [output] = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
	const chunk = output?.output.find((part) => part.type === 'chunk');
	if (chunk?.type !== 'chunk') throw new Error(`${entry} made no script`);
	return chunk.code;
}

/** Stands where Vite would list what to fetch before a part of the script; it forgets those of parts that are inside. */
const preloadMark = '__VITE_PRELOAD__';

/** A script as it may stand in a page: nothing in it looks like the end of the element. */
const inScript = (text: string): string =>
	text.replaceAll(preloadMark, 'void 0').replace(/<(?=\/?script)/gi, '\\x3c');

/** What the page may do: nothing but what is in it. */
function policyFor(script: string): string {
	const hash = createHash('sha256').update(script).digest('base64');
	return [
		"default-src 'none'",
		`script-src 'sha256-${hash}' 'wasm-unsafe-eval' blob:`,
		"style-src 'unsafe-inline'",
		'img-src data: blob:',
		'font-src data:',
		'worker-src blob:',
		'connect-src data: blob:'
	].join('; ');
}

/** The page with everything in it. */
function pageOf(html: string, script: string, styles: string, notices: string): string {
	const icon = readFileSync(join(repository, 'public/favicon.svg')).toString('base64');
	const pieces: readonly [RegExp, string][] = [
		[/(http-equiv="Content-Security-Policy"\s+content=")[^"]*/, `$1${policyFor(script)}`],
		[/\s*<script type="module"[^>]*src=[^>]*><\/script>/, ''],
		[/\s*<link rel="(?:stylesheet|modulepreload|apple-touch-icon)"[^>]*>/g, ''],
		[/(<link rel="icon"[^>]*href=")[^"]*/, `$1data:image/svg+xml;base64,${icon}`]
	];
	let page = html;
	for (const [pattern, put] of pieces) {
		if (page.search(pattern) < 0) throw new Error(`index.html has nothing like ${pattern.source}`);
		page = page.replace(pattern, put);
	}
	const data = `<script type="application/json" id="third-party.json">${notices.replaceAll('<', '\\u003c')}</script>`;
	return page
		.replace('</head>', () => `<style>${styles}</style>\n</head>`)
		.replace('</body>', () => `${data}\n<script type="module">${script}</script>\n</body>`);
}

/** Puts what the build made into one file. @param fileName of the page */
function onePage(fileName: string): Plugin {
	return {
		name: 'roundtrip:one-page',
		enforce: 'post',
		generateBundle(_options, bundle) {
			const parts = Object.values(bundle);
			const textOf = (pattern: RegExp): string[] =>
				parts.flatMap((part) =>
					part.type === 'asset' && pattern.test(part.fileName) ? [String(part.source)] : []
				);
			const scripts = parts.flatMap((part) => (part.type === 'chunk' ? [part.code] : []));
			const [html] = textOf(/\.html$/);
			const [notices] = textOf(/^third-party\.json$/);
			const [script] = scripts;
			const others = parts
				.map((part) => part.fileName)
				.filter((name) => !/\.(html|css|js|json)$/.test(name));
			if (html === undefined || notices === undefined || script === undefined || scripts.length > 1)
				throw new Error(`one page and one script were expected, not ${String(scripts.length)}`);
			if (others.length > 0) throw new Error(`not part of the page: ${others.join(', ')}`);
			for (const name of Object.keys(bundle)) delete bundle[name];
			const source = pageOf(html, inScript(script), textOf(/\.css$/).join('\n'), notices);
			this.emitFile({ type: 'asset', fileName, source });
		}
	};
}

/**
 * The Vite plugins.
 * @param fileName of the page
 * @param collect makes a plugin that sees what builds within the build are made of
 */
export function singleFile(fileName: string, collect: () => Plugin): Plugin[] {
	return [engineInside(), workersInside(collect), onePage(fileName)];
}
