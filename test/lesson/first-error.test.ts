import { expect, test } from 'vitest';
import { firstError } from '../../src/lesson/first-error.ts';
import { eventList, type MadeEvent } from '../support/event-list.ts';

const wrote = (stream: string, text: string): MadeEvent => ({
	kind: 'process.output',
	actor: 'process:gate',
	data: { stream, text }
});
const stack =
	' Caught exception: TypeError: pick is not a function\n    at /app/game-server/app/routers.js:9:11\n    at /app/main.js:2:1';

test('an error that a program caught and wrote is told with its first place', () => {
	const events = [
		wrote('stdout', 'TypeError: quoted'),
		wrote('stderr', 'careful'),
		wrote('stderr', stack)
	];
	expect(firstError(eventList(...events))).toEqual({
		process: 'gate',
		message: 'TypeError: pick is not a function',
		place: 'game-server/app/routers.js:9',
		isFatal: false
	});
	expect(firstError(eventList(wrote('stderr', 'careful')))).toBeNull();
});

test('an error that ended a program comes before those that were written', () => {
	const died: MadeEvent = {
		kind: 'process.exited',
		actor: 'process:worker',
		data: { reason: 'uncaught', code: 1, message: 'Error: no', file: 'worker.js', line: 14 }
	};
	expect(firstError(eventList(wrote('stderr', stack), died))).toEqual({
		process: 'worker',
		message: 'Error: no',
		place: 'worker.js:14',
		isFatal: true
	});
});
