// The one door to Monaco: languages, workers, types of the modules a program may use, themes. Imported when the editor is
// first needed, never before.
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/typescript/register';
import * as json from 'monaco-editor/languages/features/json/register';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker';
import amqplibCallback from '../../../node_modules/amqplib/callback_api.d.ts?raw';
import amqplib from '../../../node_modules/amqplib/index.d.ts?raw';
import amqplibProperties from '../../../node_modules/amqplib/lib/properties.d.ts?raw';
import amqplibReturned from './types/amqplib-returned.d.ts.txt?raw';
import nodeTypes from './types/node.d.ts.txt?raw';
import pomeloTypes from './types/pomelo.d.ts.txt?raw';

export { monaco };

self.MonacoEnvironment = {
	getWorker(_, label) {
		if (label === 'javascript' || label === 'typescript') return new TypeScriptWorker();
		return label === 'json' ? new JsonWorker() : new EditorWorker();
	}
};

const { javascriptDefaults, ModuleKind, ModuleResolutionKind, ScriptTarget } = typescript;

javascriptDefaults.setCompilerOptions({
	target: ScriptTarget.ESNext,
	module: ModuleKind.CommonJS,
	moduleResolution: ModuleResolutionKind.NodeJs,
	allowJs: true,
	checkJs: true,
	noEmit: true,
	allowNonTsExtensions: true,
	esModuleInterop: true,
	lib: ['es2023'],
	types: []
});
// Suggestions such as "File is a CommonJS module" would be noise here.
javascriptDefaults.setDiagnosticsOptions({
	noSemanticValidation: false,
	noSyntaxValidation: false,
	noSuggestionDiagnostics: true
});
// All files of a scenario are models from the start, so that one may require another.
javascriptDefaults.setEagerModelSync(true);

for (const [path, text] of [
	['node.d.ts', nodeTypes],
	['pomelo.d.ts', pomeloTypes],
	['node_modules/amqplib/index.d.ts', amqplib],
	['node_modules/amqplib/callback_api.d.ts', amqplibCallback],
	['node_modules/amqplib/lib/properties.d.ts', amqplibProperties],
	['node_modules/amqplib/returned.d.ts', amqplibReturned]
] as const) {
	javascriptDefaults.addExtraLib(text, `file:///${path}`);
}

json.jsonDefaults.setDiagnosticsOptions({ validate: true, allowComments: false });

const shared = { inherit: true, rules: [] } as const;

monaco.editor.defineTheme('roundtrip-light', {
	...shared,
	base: 'vs',
	// Dark enough to be read on the line of the cursor, which is tinted.
	rules: [
		{ token: 'comment', foreground: '5a6472' },
		{ token: 'type', foreground: '006a6a' },
		{ token: 'number', foreground: '07704c' }
	],
	colors: {
		'editor.background': '#ffffff',
		'editor.foreground': '#1a1f26',
		'editorLineNumber.foreground': '#6b7482',
		'editorLineNumber.activeForeground': '#1a1f26',
		'editor.lineHighlightBackground': '#f3f4f6',
		'editor.lineHighlightBorder': '#00000000'
	}
});

monaco.editor.defineTheme('roundtrip-dark', {
	...shared,
	base: 'vs-dark',
	rules: [{ token: 'comment', foreground: '9aa6b5' }],
	colors: {
		'editor.background': '#151a21',
		'editor.foreground': '#e7ebf1',
		'editorLineNumber.foreground': '#8994a3',
		'editorLineNumber.activeForeground': '#e7ebf1',
		'editor.lineHighlightBackground': '#1d232c',
		'editor.lineHighlightBorder': '#00000000'
	}
});
