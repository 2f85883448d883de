// The lesson on the projector and the teacher's window hear each other, and nothing else.
import { expect, test } from 'vitest';
import {
	ClassChannel,
	readMessage,
	type ClassMessage
} from '../../../src/ui/teach/class-channel.ts';

/** A window of a lesson, and the next message it hears. */
function windowOf(place: string): { channel: ClassChannel; heard: Promise<ClassMessage> } {
	let hear: (message: ClassMessage) => void = () => undefined;
	const heard = new Promise<ClassMessage>((resolve) => (hear = resolve));
	return {
		channel: new ClassChannel(place, (message) => {
			hear(message);
		}),
		heard
	};
}

test('two windows of one lesson hear each other, one of another lesson does not', async () => {
	const [projector, teacher, other] = [windowOf('a'), windowOf('a'), windowOf('b')];
	let isOtherDisturbed = false;
	void other.heard.then(() => (isOtherDisturbed = true));
	teacher.channel.ask();
	expect(await projector.heard).toEqual({ kind: 'ask', place: 'a' });
	projector.channel.shown(3);
	expect(await teacher.heard).toEqual({ kind: 'shown', place: 'a', step: 3 });
	expect(isOtherDisturbed).toBe(false);
	for (const { channel } of [projector, teacher, other]) channel.close();
});

test('what is no message of ours is not heard', () => {
	for (const data of [
		null,
		'go',
		{ kind: 'go', place: 'a' },
		{ kind: 'go', place: 'a', step: '3' },
		{ kind: 'shown', step: 1 },
		{ kind: 'leave', place: 'a', step: 1 }
	]) {
		expect(readMessage(data)).toBeNull();
	}
	expect(readMessage({ kind: 'go', place: 'a', step: 2, more: 1 })).toEqual({
		kind: 'go',
		place: 'a',
		step: 2
	});
});
