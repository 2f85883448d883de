import { expect, test } from 'vitest';
import type { TraceEvent } from '../../src/trace/index.ts';
import { MessageGate } from '../../src/worker/message-gate.ts';
import type { RunMessage } from '../../src/worker/protocol.ts';

/** Messages of one event each, of this kind. */
function eventsOf(kind: string): RunMessage {
	return { type: 'events', run: 1, events: [{ kind } as TraceEvent] };
}

/** A gate for steps that one kind of event needs and that come, or do not, when the test says so. */
function gate() {
	let areHere = false;
	let settle!: { readonly resolve: () => void; readonly reject: (why: Error) => void };
	const heard: string[] = [];
	const made = new MessageGate(
		(message) => heard.push(message.type === 'events' ? message.events[0]!.kind : message.type),
		(why) => heard.push(String(why)),
		{
			needs: (kind) => kind === 'connection.accepted' && !areHere,
			load: async () => {
				await new Promise<void>((resolve, reject) => {
					settle = { resolve, reject };
				});
				areHere = true;
			}
		}
	);
	return { made, heard, arrive: () => settle.resolve(), fail: (why: Error) => settle.reject(why) };
}

test('messages whose events need no late steps pass at once', () => {
	const { made, heard } = gate();
	made.take(eventsOf('process.started'));
	expect(heard).toEqual(['process.started']);
});

test('what comes while steps are loaded waits, and keeps its order', async () => {
	const { made, heard, arrive } = gate();
	made.take(eventsOf('process.started'));
	made.take(eventsOf('connection.accepted'));
	made.take(eventsOf('link.sent'));
	expect(heard).toEqual(['process.started']);
	arrive();
	await expect.poll(() => heard.slice(1)).toEqual(['connection.accepted', 'link.sent']);
	made.take(eventsOf('connection.accepted'));
	expect(heard).toHaveLength(4);
});

test('steps that cannot be had are reported, and nothing that needs them passes', async () => {
	const { made, heard, fail } = gate();
	made.take(eventsOf('connection.accepted'));
	fail(new Error('no such file'));
	await expect.poll(() => heard).toEqual(['Error: no such file']);
	made.take(eventsOf('link.sent'));
	expect(heard).toHaveLength(1);
});
