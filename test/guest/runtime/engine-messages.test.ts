// Error messages students search for: V8's words, not the engine's.
import { expect, test } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

const messages: Readonly<Record<string, string>> = {
	'let u; u.x': "Cannot read properties of undefined (reading 'x')",
	'let u = null; u.x = 1': "Cannot set properties of null (setting 'x')",
	'let u; u()': 'u is not a function',
	"let cb; cb(null, 'noon')": 'cb is not a function',
	"let cb; cb(1, [2], new Error('noon'))": 'cb is not a function',
	'let f, o = { a: 5 }; f(o.a.toString())': 'f is not a function',
	"let f; f(JSON.stringify(['x']))": 'f is not a function',
	'let cb, now = new Date(); cb(now.getHours(), now.getSeconds())': 'cb is not a function',
	'let o = {}; o.f((5).toString(), String(1))': 'o.f is not a function',
	'let o = {}; console.log(o.f(null))': 'o.f is not a function',
	'if ((() => 5)(null)(null)) 1': '(intermediate value) is not a function',
	'let o = { a: {} }; o.a.f(1)': 'o.a.f is not a function',
	"let o = { p: {} }, k = 'x'; o.p[k](1)": 'o.p[k] is not a function',
	'(() => 5)()()': '(intermediate value) is not a function',
	'let o = {}; new o.X()': 'o.X is not a constructor',
	'const c = 1; c = 2': 'Assignment to constant variable.',
	'x; let x = 1': "Cannot access 'x' before initialization",
	nope: 'nope is not defined',
	'for (const a of 5);': 'value is not iterable',
	'const list = 5; [...list]': 'list is not iterable',
	"JSON.parse('{bad')": "Expected property name or '}' in JSON at position 1",
	'new Array(-1)': 'Invalid array length',
	"new Function('let y = = 2')": "Unexpected token '='"
};

test('common errors read as in Node.js', async () => {
	const attempts = Object.keys(messages).map(
		(code) => `try { ${code} } catch (error) { console.log(error.message); }`
	);
	const result = await runProgram(attempts.join('\n'));
	expect(result.stdout.trimEnd().split('\n')).toEqual(Object.values(messages));
});

test('a syntax error of the file itself', async () => {
	for (const [code, message] of [
		['a b', "Unexpected identifier 'b'"],
		['let y = = 2', "Unexpected token '='"],
		['const a', 'Missing initializer in const declaration']
	] as const) {
		expect((await runProgram(code)).uncaught?.[1]).toBe(`SyntaxError: ${message}`);
	}
});
