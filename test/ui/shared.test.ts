import { expect, test } from 'vitest';
import { formatMicros, formatSpan } from '../../src/ui/shared/format-time.ts';
import { commandOf, keyBindings } from '../../src/ui/shared/key-bindings.ts';
import { shorten } from '../../src/ui/shared/shorten.ts';

test('times carry their unit and two digits', () => {
	expect(formatMicros(512_340)).toBe('512.34 ms');
	expect(formatMicros(-12_000)).toBe('−12.00 ms');
	expect(formatMicros(12_345_000)).toBe('12.345 s');
	expect(formatSpan(10_000)).toBe('10 ms');
	expect(formatSpan(200)).toBe('0.2 ms');
	expect(formatSpan(1_500_000)).toBe('1.5 s');
});

test('long ids are cut in the middle', () => {
	expect(shorten('short')).toBe('short');
	expect(shorten('a-very-long-identifier', 11)).toBe('a-ver…ifier');
});

test('every key has one meaning', () => {
	expect(new Set(keyBindings.map((binding) => binding.key)).size).toBe(keyBindings.length);
});

test('keys with Ctrl belong to the browser and the editor', () => {
	const press = { key: 's', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
	expect(commandOf(press)).toBe('stage');
	expect(commandOf({ ...press, ctrlKey: true })).toBeNull();
	expect(commandOf({ ...press, key: 'ArrowRight', shiftKey: true })).toBe('event-forward');
	expect(commandOf({ ...press, key: '?', shiftKey: true })).toBe('help');
});
