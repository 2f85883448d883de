// The module path over many paths, against Node.js.
import { test } from 'vitest';
import { expectSameAsNode, isNode20 } from './run-in-both.ts';

const paths = `
	const path = require('path');
	const names = ['', 'a', 'bc.js', '.', '..', '.d', 'e.', 'f.g.h', '...', 'ä b'];
	const paths = names.flatMap((first) => names.flatMap((second) => [
		first + '/' + second,
		'/' + first + '/' + second,
		first + '//' + second + '/',
		'//' + first + '/' + second + '//',
		'a/b/' + first + '/../' + second
	]));
	const show = (...values) => console.log(JSON.stringify(values));
`;

test.runIf(isNode20)('one path is taken apart as Node.js does', async () => {
	await expectSameAsNode(`${paths}
		for (const each of paths) {
			show(each, path.normalize(each), path.dirname(each), path.basename(each), path.extname(each), path.isAbsolute(each));
			// Node.js gives a \`..\` straight below the root an extension; nobody needs that.
			if (!/^\\/\\.\\.\\/*$/.test(each)) show(path.parse(each));
		}
	`);
});

test.runIf(isNode20)('two paths are combined as Node.js does', async () => {
	await expectSameAsNode(`${paths}
		paths.forEach((from, index) => {
			for (const step of [1, 7, 31, 64]) {
				const to = paths[(index + step) % paths.length];
				show(from, to, path.join(from, to), path.resolve('/app', from, to), path.relative('/' + from, '/' + to));
			}
		});
	`);
});

test.runIf(isNode20)('suffixes are cut off and parts put together as Node.js does', async () => {
	await expectSameAsNode(`${paths}
		for (const each of ['a.js', '/a.js', 'a.js/', '.js', '/.js', 'x/.js', 'js', 'aaa', '']) {
			for (const suffix of ['.js', 'js', 'a', 's/', '', 'a.js']) show(each, suffix, path.basename(each, suffix));
		}
		for (const parts of [{}, { dir: '/x', base: 'y.js', name: 'unused' }, { root: '/', base: '' }, { root: '/', name: 'n', ext: '.e' }, { root: 'd', dir: 'd', name: 'n', ext: 'e' }, { dir: '', root: '/', base: 'b' }, { name: null, ext: 'js' }]) show(parts, path.format(parts));
	`);
});

test.runIf(isNode20)('what is not a text is refused in the words of Node.js', async () => {
	await expectSameAsNode(`${paths}
		for (const name of ['join', 'resolve', 'normalize', 'isAbsolute', 'relative', 'dirname', 'basename', 'extname', 'format', 'parse', 'toNamespacedPath']) {
			for (const args of [[5], ['a', 5], [null], [{}], ['x', null]]) {
				if (name === 'format' && typeof args[0] === 'object') continue;
				try { show(name, args, path[name](...args)); } catch (error) { show(name, args, error.name, error.code, error.message); }
			}
		}
	`);
});
