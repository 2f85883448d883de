// Lint rules of the house: typescript-eslint at its strictest, Svelte, and two rules of our own kept as data:
// which folder may import which (`mayImport`), and what the deterministic folders may not touch (`bans`).
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const folders = [
	'kernel',
	'broker',
	'cluster',
	'rpc',
	'guest',
	'sandbox',
	'scenario',
	'trace',
	'simulation',
	'lesson',
	'worker',
	'cli',
	'ui'
];

/**
 * The one-way rule. `values`: folders whose doors may be imported; `types`: doors for `import type` only;
 * `packages`: the third-party packages that enter through this folder; `why`: said in the message.
 */
const mayImport = {
	kernel: { values: [], types: [], packages: ['xstate'], why: 'the kernel knows nothing above it' },
	broker: {
		values: ['kernel'],
		types: [],
		packages: ['xstate'],
		why: 'the broker is told things by events and never looks at other actors'
	},
	cluster: {
		values: ['kernel'],
		types: [],
		packages: ['xstate'],
		why: 'simulated machines carry payloads; they do not know who speaks over them'
	},
	rpc: {
		values: ['kernel'],
		types: [],
		packages: ['xstate'],
		why: 'a call is protocol-neutral'
	},
	guest: {
		values: [],
		types: [],
		packages: ['@noble/hashes/*', 'node-inspect-extracted', 'whatwg-url-minimum'],
		why: 'guest code runs inside the sandbox, where nothing of the host exists'
	},
	sandbox: {
		values: ['kernel'],
		types: [],
		packages: ['quickjs-wasi', 'quickjs-wasi/*'],
		why: 'the sandbox runs guests and knows nothing of brokers or clusters'
	},
	scenario: {
		values: ['kernel'],
		types: [],
		packages: ['valibot', 'fflate'],
		why: 'a scenario is plain data'
	},
	trace: {
		values: ['kernel', 'broker', 'cluster', 'rpc'],
		types: ['scenario'],
		packages: [],
		why: 'the trace folds the pure steps of the actors and must not start a run'
	},
	simulation: {
		values: ['kernel', 'broker', 'cluster', 'rpc', 'sandbox', 'scenario', 'trace'],
		types: [],
		packages: ['xstate'],
		why: 'the simulation wires what lies below; who shows it lies above'
	},
	lesson: {
		values: ['scenario', 'trace', 'simulation'],
		types: ['kernel', 'broker', 'cluster', 'rpc'],
		packages: ['valibot', 'marked', 'jsonc-parser'],
		why: 'a lesson is text, a scenario and predicates over a trace'
	},
	worker: {
		values: ['simulation', 'scenario', 'trace', 'sandbox'],
		types: ['kernel'],
		packages: ['quickjs-wasi/quickjs.wasm'],
		why: 'the worker only carries messages between the page and a run'
	},
	cli: {
		values: ['simulation', 'scenario', 'trace', 'lesson', 'sandbox'],
		types: ['kernel', 'rpc'],
		packages: ['commander'],
		why: 'the command line reads results; it takes no part in a run'
	},
	ui: {
		values: ['trace', 'scenario', 'lesson', 'worker'],
		types: ['kernel', 'broker', 'cluster', 'rpc', 'simulation'],
		packages: [
			'svelte',
			'svelte/*',
			'xstate',
			'marked',
			'@lucide/svelte',
			'@lucide/svelte/*',
			'idb-keyval',
			'monaco-editor',
			'monaco-editor/*',
			'uplot',
			'uplot/*',
			'@fontsource-variable/*'
		],
		why: 'the page knows the world at the cursor and what the worker tells it'
	}
};

/** Folders below ui, worker and cli: a run is a function of its scenario. */
const pureFolders = [
	'kernel',
	'broker',
	'cluster',
	'rpc',
	'sandbox',
	'scenario',
	'trace',
	'simulation'
];
/** Of those, the ones that are synchronous as well (starting a process restores a VM, which is awaited above). */
const synchronousFolders = ['kernel', 'broker', 'cluster', 'rpc', 'scenario', 'trace'];

const clock =
	'Real time appears nowhere below ui, worker and cli: take the virtual time from the event.';
const timers = 'Timers belong to the kernel: ask for an `after` effect.';
const chance = 'Chance comes from the kernel: fork the seeded generator by name (#kernel random).';
const engine = 'The language leaves its last digits to each engine: use integers or a table.';
const locale = 'Locale data differs between machines: compare with < and >, format by hand.';

const bans = {
	'no-restricted-globals': [
		'error',
		{ name: 'performance', message: clock },
		{ name: 'setTimeout', message: timers },
		{ name: 'setInterval', message: timers },
		{ name: 'setImmediate', message: timers },
		{ name: 'queueMicrotask', message: timers },
		{ name: 'requestAnimationFrame', message: timers },
		{ name: 'crypto', message: chance },
		{ name: 'Intl', message: locale },
		{ name: 'fetch', message: 'Nothing below ui, worker and cli reaches for the network.' },
		{
			name: 'process',
			message: 'The same code runs in a browser: pass what it needs as an argument.'
		}
	],
	'no-restricted-properties': [
		'error',
		{ object: 'Math', property: 'random', message: chance },
		...'log log2 log10 log1p exp expm1 pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh cbrt hypot'
			.split(' ')
			.map((property) => ({ object: 'Math', property, message: engine })),
		{ object: 'Date', property: 'now', message: clock },
		...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map(
			(property) => ({ property, message: locale })
		)
	]
};
const restrictedSyntax = [
	{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
	{ selector: 'CallExpression[callee.name="Date"]', message: clock },
	{
		selector:
			'MemberExpression[property.name=/^(get|set)(Milliseconds|Seconds|Minutes|Hours|Day|Date|Month|FullYear|TimezoneOffset)$/]',
		message: 'The local time zone differs between machines: use the UTC methods.'
	},
	{ selector: 'BinaryExpression[operator="**"]', message: engine },
	{ selector: 'AssignmentExpression[operator="**="]', message: engine }
];
const promiseSyntax = [
	{
		selector: ':function[async=true]',
		message: 'Steps are synchronous: only the simulation awaits the start of a process.'
	},
	{
		selector: 'NewExpression[callee.name="Promise"]',
		message: 'Steps are synchronous: only the simulation awaits the start of a process.'
	}
];

/** Relative paths that leave `folder` for another one of the table. */
function relativeEscapes(folder) {
	const others = folders.filter((other) => other !== folder).join('|');
	// ui has sub-folders named after what they show; only paths that climb out of src/ui count there.
	return folder === 'ui' ? `^(\\.\\./){2,}(${others})/` : `^(\\.\\./)+(${others})/`;
}

/** Any bare package name but these (`name/*` allows what lies below it). */
function foreignPackage(packages) {
	const allowed = packages.map((name) => name.replaceAll('.', '\\.').replace(/\*$/, '.+'));
	return `^(?!\\.|#|node:|virtual:|(?:${allowed.join('|') || '-'})(?:\\?.*)?$)`;
}

/** The import rule of one folder, as options of `@typescript-eslint/no-restricted-imports`. */
function importRule(folder) {
	const { values, types, packages, why } = mayImport[folder];
	const closed = folders.filter((f) => f !== folder && !values.includes(f) && !types.includes(f));
	const own = [`#${folder}`];
	const patterns = [
		{
			group: closed.flatMap((f) => [`#${f}`, `#${f}/*`]),
			message: `src/${folder} may not import this folder: ${why}.`
		},
		{ group: own, message: 'Inside a folder use relative paths; the door is for the others.' },
		{
			regex: relativeEscapes(folder),
			...(folder === 'guest' ? { allowTypeImports: true } : {}),
			message: `Another folder is reached through its door (#name), and only as the import table allows: ${why}.`
		},
		{
			regex: foreignPackage(packages),
			message: 'A third-party package enters through the folder the import table names for it.'
		}
	];
	if (types.length > 0) {
		patterns.push({
			group: types.flatMap((f) => [`#${f}`, `#${f}/*`]),
			allowTypeImports: true,
			message: `src/${folder} may import only types from here: ${why}.`
		});
	}
	if (folder !== 'cli') {
		patterns.push({
			group: ['node:*'],
			message: 'Node.js built-ins are for the command line alone.'
		});
	}
	return [
		'error',
		{ patterns: patterns.filter((p) => p.regex !== undefined || p.group.length > 0) }
	];
}

/** Dynamic imports must obey the same table. */
function dynamicImportSyntax(folder) {
	const { values, why } = mayImport[folder];
	const closed = folders.filter((f) => f !== folder && !values.includes(f));
	return {
		selector: `ImportExpression[source.value=/^#(${closed.join('|')})/]`,
		message: `src/${folder} may not import this folder: ${why}.`
	};
}

export default defineConfig(
	globalIgnores([
		'dist/',
		'release/',
		'.roundtrip/',
		'test-results/',
		'playwright-report/',
		// Recorded programs, kept byte for byte.
		'test/conformance/amqp/',
		'test/conformance/pomelo/',
		// Programs of lessons and built-in scenarios are written as students write them; they run in the sandbox.
		'lessons/',
		'public/',
		'test/samples/',
		'test/**/programs/',
		// Seen by tsconfig.pure.json only.
		'.ci/*.d.ts'
	]),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// Numbers and booleans in texts are what messages are made of.
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true }
			],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// `Record<string, X>` says plain JSON keyed by name; an index signature says the same.
			'@typescript-eslint/no-dynamic-delete': 'off',
			eqeqeq: 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			globals: globals.browser,
			parserOptions: { parser: ts.parser, svelteConfig }
		}
	},
	...folders.map((folder) => {
		const pure = pureFolders.includes(folder);
		return {
			files: [`src/${folder}/**/*.ts`, `src/${folder}/**/*.js`, `src/${folder}/**/*.svelte`],
			rules: {
				'@typescript-eslint/no-restricted-imports': importRule(folder),
				...(pure ? bans : {}),
				'no-restricted-syntax': [
					'error',
					dynamicImportSyntax(folder),
					...(pure ? restrictedSyntax : []),
					...(synchronousFolders.includes(folder) ? promiseSyntax : [])
				]
			}
		};
	}),
	{
		// Browser and command line tests talk to loosely typed tools.
		files: ['test/**/*.ts'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
	},
	{
		files: ['**/*.js', '**/*.mjs'],
		extends: [ts.configs.disableTypeChecked],
		languageOptions: { globals: globals.node }
	}
);
