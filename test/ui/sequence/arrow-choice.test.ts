import { expect, test } from 'vitest';
import { traceIndex, type Flight } from '#trace';
import { arrowChoice } from '../../../src/ui/sequence/arrow-choice.ts';
import { delivered, eventList, linkOpened, sent } from '../../support/event-list.ts';

const request = ['request', 1, 'user', 'time', 'timeRemote', 'now', '[]'];
const list = eventList(
	{ ...linkOpened(1, 'gate', 'time', 'pomelo-rpc'), at: 0 },
	sent(1, 'gate', request, 1000),
	delivered(1, 'gate', 1, request, 11_000)
);
const [sentFlight] = traceIndex(list).flights;
const none = { event: null, call: null, spotlight: { messages: [] } };

function arrowOf(flight: Flight | undefined, call: number | null = null): { flight: Flight } {
	if (flight === undefined) throw new Error('Nothing was sent');
	return { flight: { ...flight, call } };
}

test('an arrow belongs to a selected event at either of its ends', () => {
	const chosen = [0, 1, 2, 3].map((event) =>
		arrowChoice({ ...none, event }).isSelected(arrowOf(sentFlight))
	);
	expect(chosen).toEqual([false, true, true, false]);
});

test('a selected call chooses all its arrows, unless an event is selected', () => {
	expect(arrowChoice({ ...none, call: 7 }).isSelected(arrowOf(sentFlight, 7))).toBe(true);
	expect(arrowChoice({ ...none, call: 7 }).isSelected(arrowOf(sentFlight))).toBe(false);
	expect(arrowChoice({ ...none, call: 7, event: 0 }).isSelected(arrowOf(sentFlight, 7))).toBe(
		false
	);
	expect(arrowChoice(none).isSelected(arrowOf(sentFlight))).toBe(false);
});

test('a lesson points to messages by their beginning', () => {
	const { isLit } = arrowChoice({ ...none, spotlight: { messages: [1] } });
	expect(isLit(arrowOf(sentFlight))).toBe(true);
	expect(arrowChoice(none).isLit(arrowOf(sentFlight))).toBe(false);
});
