import { expect, test } from 'vitest';
import { ConfirmWindow } from '../../../src/guest/amqplib/confirm-window.ts';

/** A window with messages whose callbacks write `<name>` or `<name> <error>` into the list. */
function windowOf(names: readonly string[]) {
	const window = new ConfirmWindow();
	const heard: string[] = [];
	const add = (name: string): void => {
		window.add((error) => heard.push(error === null ? name : `${name} ${error.message}`));
	};
	for (const name of names) add(name);
	return { window, heard, add };
}

test('each message is answered once, in whatever order', () => {
	const { window, heard } = windowOf(['a', 'b', 'c']);
	window.settle(2, false, null);
	window.settle(2, false, null);
	window.settle(1, false, new Error('nacked'));
	window.settle(3, false, null);
	expect(heard).toEqual(['b', 'a nacked', 'c']);
});

test('an answer for several settles all up to it that are open', () => {
	const { window, heard, add } = windowOf(['a', 'b', 'c', 'd']);
	window.settle(2, false, null);
	window.settle(3, true, null);
	expect(heard).toEqual(['b', 'a', 'c']);
	add('e');
	window.settle(5, true, null);
	expect(heard).toEqual(['b', 'a', 'c', 'd', 'e']);
});

test('waiting ends with the last message published before it, not with later ones', () => {
	const { window, heard, add } = windowOf(['a', 'b']);
	window.wait((error, count) => heard.push(`waited ${error?.message ?? 'well'} ${count}`));
	add('c');
	window.settle(3, false, null);
	window.settle(1, false, null);
	expect(heard).toEqual(['c', 'a']);
	window.settle(2, false, null);
	expect(heard).toEqual(['c', 'a', 'b', 'waited well 2']);
});

test('waiting fails with the first refusal, once', () => {
	const { window, heard } = windowOf(['a', 'b']);
	window.wait((error) => heard.push(`waited ${error?.message}`));
	window.settle(2, true, new Error('nacked'));
	expect(heard).toEqual(['a nacked', 'waited nacked', 'b nacked']);
});

test('nothing outstanding is nothing to wait for', () => {
	const { window, heard } = windowOf([]);
	window.wait((error, count) => heard.push(`${error} ${count}`));
	expect(heard).toEqual(['undefined 0']);
});

test('a dead channel fails what is open and every later wait', () => {
	const { window, heard } = windowOf(['a', 'b']);
	window.settle(1, false, null);
	window.fail(new Error('channel closed'));
	window.wait((error) => heard.push(`waited ${error?.message}`));
	window.wait((error) => heard.push(`again ${error?.message}`));
	expect(heard).toEqual(['a', 'b channel closed', 'waited channel closed', 'again channel closed']);
});

test('a channel that dies with everything confirmed has nothing to complain of', () => {
	const { window, heard } = windowOf(['a']);
	window.settle(1, false, null);
	window.fail(new Error('channel closed'));
	window.wait((error) => heard.push(`waited ${error?.message ?? 'well'}`));
	expect(heard).toEqual(['a', 'waited well']);
});

test('who waits again from within an answer is not forgotten', () => {
	const { window, heard, add } = windowOf(['a']);
	window.wait(() => {
		heard.push('first');
		add('b');
		window.wait(() => heard.push('second'));
	});
	window.settle(1, false, null);
	window.settle(2, false, null);
	expect(heard).toEqual(['a', 'first', 'b', 'second']);
});

test('tags stay right over many thousands of messages', () => {
	const { window, heard, add } = windowOf([]);
	for (let tag = 1; tag <= 5000; tag++) {
		add(`${tag}`);
		if (tag % 2 === 0) window.settle(tag, false, null);
	}
	for (let tag = 1; tag < 5000; tag += 2) window.settle(tag, false, null);
	expect(heard.length).toBe(5000);
	expect(heard.slice(2500, 2503)).toEqual(['1', '3', '5']);
});
