import { expect, test } from 'vitest';
import { queueId, type QueueArguments } from '#broker';
import { placeBadges, queueBadges } from '../../../src/ui/stage/queue-badges.ts';

const plain: QueueArguments = {
	messageTtlUs: null,
	expiresUs: null,
	deadLetterExchange: null,
	deadLetterRoutingKey: null,
	lengthMax: null,
	lengthBytesMax: null,
	overflow: 'drop-head',
	priorityMax: null,
	singleActiveConsumer: false,
	type: 'classic',
	deliveryLimit: null
};

function badges(limits: Partial<QueueArguments>): readonly string[] {
	return queueBadges({
		name: queueId('q'),
		durable: false,
		autoDelete: false,
		exclusiveTo: null,
		arguments: null,
		limits: { ...plain, ...limits }
	});
}

test('a badge says what a queue argument does, with its value', () => {
	expect(badges({})).toEqual([]);
	expect(badges({ messageTtlUs: 300_000, deadLetterExchange: '' })).toEqual(['TTL 300 ms', 'DLX']);
	expect(badges({ lengthMax: 2, overflow: 'reject-publish' })).toEqual(['max 2', 'refuses']);
	expect(badges({ type: 'quorum', deliveryLimit: 3 })).toEqual(['quorum', '3 tries']);
	expect(badges({ priorityMax: 10, singleActiveConsumer: true })).toEqual([
		'priority 0–10',
		'single active'
	]);
});

test('badges stand in rows, inside the figure and apart', () => {
	const all = ['durable', 'TTL 300 ms', 'expires 1.5 s', 'max 100', 'DLX', 'priority 0–10'];
	const placed = placeBadges(all, 160);
	expect(placed.map(({ text }) => text)).toEqual(all);
	expect(placed.at(-1)?.row).toBeGreaterThan(0);
	for (const badge of placed) {
		expect(badge.x).toBeGreaterThanOrEqual(0);
		expect(badge.x + badge.width).toBeLessThanOrEqual(160);
		for (const other of placed) {
			if (other === badge || other.row !== badge.row) continue;
			expect(other.x + other.width <= badge.x || badge.x + badge.width <= other.x).toBe(true);
		}
	}
});
