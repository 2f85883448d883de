// url.parse, url.format and url.resolve against Node.js.
import { test } from 'vitest';
import { expectSameAsNode, isNode20 } from './run-in-both.ts';

const attempt = `
	const url = require('url');
	const attempt = (name, ...args) => {
		try { console.log(name, JSON.stringify(args), JSON.stringify(url[name](...args))); } catch (error) { console.log(name, args, error.name, error.code, error.message, error.input); }
	};
`;

test.runIf(isNode20)('addresses are taken apart as Node.js does', async () => {
	await expectSameAsNode(`${attempt}
		for (const each of ['', '/', 'a', 'a/b?c', '?x', '#h', '?', '#', 'http:', 'http:/', 'http://', 'http:///a', 'http://a', 'HTTP://A.Com/B', 'HTTP:a', 'http://a:80', 'http://a:', 'http://a:x/', 'http://a?b', 'http://a#b?c', 'http://a;b/c', 'http://a b/c', 'http://u:p@h', 'http://u@h@i/', 'http://u%40x:p%3A@h', 'http://a@b/c@d', 'http://:p@h', 'http://@h', 'http://u?x@h', '//a/b', '//u:p@h/', '///a']) attempt('parse', each);
		for (const each of ['amqp://localhost', 'amqp://u:p@h:5672/v', 'amqp:a', 'amqp:/a', 'mailto:a@b.c', 'mailto:x?y', 'javascript:alert(1)', 'javascript://x', 'data:a,b', 'file:///a/b', 'file:a', 'file:/a', 'ws://h/p', 'localhost:3000', 'host:80/p', 'urn:a:b', 'http:a', 'http:?a']) attempt('parse', each);
		for (const each of ['http:\\\\\\\\a\\\\b', '\\\\a\\\\b?c\\\\d', 'http://[::1]:80/', 'http://[::1]', 'http://[x', 'http://a_b/', ' http://a ', 'http://a/ b', 'http://a/"<>\`{}|^\\'', '/x y?a b#c d', '/a"b?c|d', '/a"b#c', 'a"b', 'http://a/é', 'http://a/\\tb\\n', 'http://h:80:90/', 'http://' + 'a'.repeat(256) + '/', '/a?b?c', '/a#b#c', 'http://a/?#']) attempt('parse', each);
		for (const each of ['/a?x=1&y', '/a', '?', '', 'http://a?b=1#c']) attempt('parse', each, true);
		for (const each of ['//h/p', '///p', '//u:p@h:1/p?q', '//h', '/x']) attempt('parse', each, false, true);
		for (const each of [5, null, undefined, {}, []]) attempt('parse', each);
		console.log(url.parse('http://u:p@h:1/p?a=1#b', true), new url.Url());
	`);
});

test.runIf(isNode20)('parts are put together as Node.js does', async () => {
	await expectSameAsNode(`${attempt}
		for (const parts of [{}, { host: 'h', pathname: 'p' }, { protocol: 'http', host: 'h', pathname: 'p' }, { protocol: 'http:', hostname: '::1', port: 80 }, { hostname: 'h', port: 5 }, { hostname: 'h', port: 0 }, { slashes: true, host: 'h' }, { protocol: 'x', host: 'h', pathname: '/p' }, { protocol: 'x', slashes: true, host: 'h' }, { protocol: 'mailto', auth: 'a', host: 'b' }, { auth: 'u:p@:%/?#', host: 'h' }, { pathname: '/a?b#c' }, { search: 'a#b?c' }, { search: '?x', query: { y: 1 } }, { query: { a: [1, 2], b: 'x y' } }, { query: 's' }, { hash: '#x y#' }, { protocol: 'http', pathname: '/x' }, { protocol: 'file', pathname: 'x' }, { slashes: true, pathname: '//x' }, { host: 'a', hostname: 'b', port: 3 }]) attempt('format', parts);
		for (const wrong of ['http://A b', '', 5, null, undefined, []]) attempt('format', wrong);
		const whole = new URL('http://a:b@c/d?e#f');
		for (const options of [undefined, { fragment: false, search: false }, { auth: 0 }, 5]) attempt('format', whole, options);
	`);
});

test.runIf(isNode20)('links lead where they lead in Node.js', async () => {
	await expectSameAsNode(`${attempt}
		const links = ['', '.', './', '..', '../', '../..', '../../../g', 'g', './g', 'g/', '/g', '//g', '//g/x', '?y', '?', 'g?y', '#s', 'g#s', ';x', 'g:h', 'http:g', 'http://x/y/../z', '../g/./h', '/./g', '/../g', 'g..', '..g', './g/.', 'g/../h', 'mailto:x@y', '//u@h', 'file:/x', 'a b', '/a//b'];
		for (const page of ['http://a/b/c/d;p?q', 'http://u:p@h:1/x/y?z#w', '/one/two/three', 'file:///a/b', 'http://a', 'http://a/b/']) for (const link of links) attempt('resolve', page, link);
		for (const link of ['v2', './v2', '?x', '#y', 'http://a/b', '//other/v']) attempt('resolve', 'amqp://u:p@h/v', link);
		console.log(url.resolveObject('http://a/b', 'c?d'), url.resolveObject('', 'x'));
		const page = new url.Url(); console.log(page.parse('http://a/b') === page, page.resolve('c'), page.format(), page.resolveObject('../d').href);
	`);
});
