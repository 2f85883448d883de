// Addresses that hold a scenario, and code for a frame that nothing in a title can break out of.
import { describe, expect, test } from 'vitest';
import {
	addressCharactersMax,
	embedAddress,
	embedCode,
	sharedAddress,
	sizeText
} from '../../../src/ui/share/share-address.ts';
import { isEmbedHash, parseRoute } from '../../../src/ui/state/route.ts';

const base = 'https://school.example/class/rpc/#/play/amqp-rpc@7';

describe('a shared address', () => {
	test('takes the place of the hash of the page', () => {
		expect(sharedAddress(base, { page: 'shared', text: 'abc', event: 12 }).address).toBe(
			'https://school.example/class/rpc/#/s/abc@12'
		);
		expect(sharedAddress('https://x.example/', { page: 'shared', text: 'abc' }).address).toBe(
			'https://x.example/#/s/abc'
		);
	});

	test('says when it is long, and when it is too long', () => {
		const lengths = [100, 3000, addressCharactersMax].map((length) => {
			const { isLong, isTooLong } = sharedAddress(base, {
				page: 'shared',
				text: 'x'.repeat(length)
			});
			return [isLong, isTooLong];
		});
		expect(lengths).toEqual([
			[false, false],
			[true, false],
			[true, true]
		]);
		expect(sizeText(31_400)).toBe('31.4 kB');
	});
});

describe('the address of a frame', () => {
	test('leads to the same place, read-only', () => {
		const { address } = embedAddress(base, { page: 'play', id: 'amqp-rpc', event: 3 });
		expect(address).toBe('https://school.example/class/rpc/#/embed/play/amqp-rpc@3');
		const hash = address.slice(address.indexOf('#'));
		expect(isEmbedHash(hash)).toBe(true);
		expect(parseRoute(hash)).toEqual({ page: 'play', id: 'amqp-rpc', event: 3 });
	});

	test('is a frame only of what can be played: a lesson is the whole page', () => {
		expect(isEmbedHash('#/embed/s/abc')).toBe(true);
		expect(isEmbedHash('#/embed/lesson/amqp-rpc')).toBe(false);
		expect(isEmbedHash('#/embed/mine/x')).toBe(false);
		expect(isEmbedHash('#/play/amqp-rpc')).toBe(false);
	});

	test('keeps titles inside their quotes', () => {
		const code = embedCode('https://x.example/?a=1&b=2#/s/abc', `"><script>alert('&')</script>`);
		expect(code).toContain('src="https://x.example/?a=1&amp;b=2#/s/abc"');
		expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"');
		expect(code.match(/</g)).toHaveLength(2);
	});
});
