// The module querystring against Node.js.
import { test } from 'vitest';
import { expectSameAsNode, isNode20 } from './run-in-both.ts';

const attempt = `
	const querystring = require('querystring');
	const attempt = (name, ...args) => {
		try { console.log(name, args, querystring[name](...args)); } catch (error) { console.log(name, error.name, error.code, error.message); }
	};
`;

test.runIf(isNode20)('queries are read as Node.js does', async () => {
	await expectSameAsNode(`${attempt}
		console.log(querystring, querystring.decode === querystring.parse, querystring.encode === querystring.stringify);
		for (const text of ['', 'a', 'a=', '=a', '=', '&', '&&a=1&&', 'a=b=c', 'a==b', '%', '%zz=%4', 'a=%C3%A9', 'a=%E9', 'a=%F0%9F%98%80%', '+=+', 'a+b=c%2Bd', '__proto__=1', 'a=1&a=2&a=3', 'a%3Db=1', 'a[]=1&a[]=2', '%61=%62', '=&=', 'a&b&a', '%u1234=x', 'é=ü%', 5, null, undefined, {}]) attempt('parse', text);
		for (const marks of [['a:1;b:2', ';', ':'], ['a&&b=1', '&&'], ['a->1,b->2', ',', '->'], ['a=1', '', ''], ['==a', '=', '=='], ['a==b=c', '=', '==']]) attempt('parse', ...marks);
		for (const maxKeys of [2, 0, -1]) attempt('parse', '&a=1&&b=2&c=3', null, null, { maxKeys });
		for (const decodeURIComponent of [(text) => text + '!', (text) => '<' + text + '>', () => { throw 1; }]) attempt('parse', 'a=b+c%20&d&=', null, null, { decodeURIComponent });
		console.log(Object.keys(querystring.parse(Array.from({ length: 1005 }, (_, index) => 'k' + index).join('&'))).length);
	`);
});

test.runIf(isNode20)('queries are written as Node.js does', async () => {
	await expectSameAsNode(`${attempt}
		for (const values of [{ a: 1 }, { a: [] }, { a: [], b: 1, c: [] }, { a: [1, [2], { x: 1 }, null, undefined, true] }, { a: NaN, b: Infinity, c: 1n, d: Symbol('x'), e: () => 1, f: new Date(0), g: '', h: -0, i: 1e21, j: false }, null, undefined, 'x', 5, [1, 2], { 'a b': 'c d', 'é': '\\u{1f600}', "!'()*~-._": "!'()*~-._" }, { a: '\\ud800' }, Object.create({ inherited: 1 }), { '': '' }, { a: { b: 1 } }]) attempt('stringify', values);
		attempt('stringify', { a: 1, b: [2, 3] }, ';', ':');
		attempt('stringify', { a: 1, b: 2 }, '', null);
		attempt('stringify', { a: [1, true, null, ''], '': 'x y' }, null, null, { encodeURIComponent: (text) => '<' + text + '>' });
	`);
});

test.runIf(isNode20)('escape and unescape do as in Node.js and can be replaced', async () => {
	await expectSameAsNode(`${attempt}
		for (const value of ['a b', 'é', 5, null, undefined, {}, [1, 2], true, Symbol('x'), '\\ud83d', '%', '~\\u00ff\\u0800']) attempt('escape', value);
		for (const text of ['a%20b', '%', '%zz', '%E9', 'a+b', 5, '%C3%A9%', '%41%4', '%c3%28']) attempt('unescape', text);
		attempt('unescapeBuffer', 'a%20%zz%4'); attempt('unescapeBuffer', '+%ff', true);
		const { escape } = querystring;
		querystring.escape = (text) => 'E' + text;
		attempt('stringify', { a: 'b', c: '' });
		querystring.escape = escape;
		querystring.unescape = (text) => 'U' + text;
		attempt('parse', 'a=b%20&c=d');
	`);
});
