// The small words under a queue's tube: what it was declared to be, as far as that changes what happens to messages.
// Sentences about each are in inspector/queue-sentences.ts. Pure.
import type { QueueDefinition } from '#broker';
import { formatSpan } from '../shared/format-time.ts';

/** The badges of a queue, in a fixed order. */
export function queueBadges(definition: QueueDefinition): readonly string[] {
	const { limits } = definition;
	const when = (wanted: boolean, badge: string): readonly string[] => (wanted ? [badge] : []);
	const set = <T>(value: T | null, badge: (value: T) => string): readonly string[] =>
		value === null ? [] : [badge(value)];
	return [
		...when(limits.type === 'quorum', 'quorum'),
		...when(definition.durable && limits.type !== 'quorum', 'durable'),
		...when(definition.exclusiveTo !== null, 'exclusive'),
		...when(definition.autoDelete, 'auto-delete'),
		...set(limits.messageTtlUs, (us) => `TTL ${formatSpan(us)}`),
		...set(limits.expiresUs, (us) => `expires ${formatSpan(us)}`),
		...set(limits.lengthMax, (count) => `max ${String(count)}`),
		...set(limits.lengthBytesMax, (bytes) => `max ${String(bytes)} B`),
		...when(limits.overflow !== 'drop-head', 'refuses'),
		...set(limits.deadLetterExchange, () => 'DLX'),
		...set(limits.priorityMax, (most) => `priority 0–${String(most)}`),
		...when(limits.singleActiveConsumer, 'single active'),
		...set(limits.deliveryLimit, (times) => `${String(times)} tries`)
	];
}

/** A badge with its place: its left edge and width, and the row it stands in. */
export interface PlacedBadge {
	readonly text: string;
	readonly x: number;
	readonly width: number;
	readonly row: number;
}

const letter = 6.5;
const pad = 10;
const gap = 4;

/** Badges in centred rows of at most `width` drawing units. */
export function placeBadges(badges: readonly string[], width: number): readonly PlacedBadge[] {
	const rows: { text: string; width: number }[][] = [];
	let used = Infinity;
	for (const text of badges) {
		const own = Math.round(text.length * letter + pad);
		if (used + gap + own > width) {
			rows.push([]);
			used = -gap;
		}
		rows.at(-1)?.push({ text, width: own });
		used += gap + own;
	}
	return rows.flatMap((badgesInRow, row) => {
		const whole = badgesInRow.reduce((sum, badge) => sum + badge.width + gap, -gap);
		let x = Math.round((width - whole) / 2);
		return badgesInRow.map((badge) => {
			const placed = { ...badge, x, row };
			x += badge.width + gap;
			return placed;
		});
	});
}
