// How failed calls reach their caller in the older releases of Pomelo. The newest one's way is in rpc.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { isFunction, type Fields } from '../../../src/guest/pomelo/dynamic.ts';
import { MailStation } from '../../../src/guest/pomelo/mailstation.ts';
import { RpcServer } from '../../../src/guest/pomelo/rpc-server.ts';
import type { Platform } from '../../../src/guest/pomelo/platform.ts';
import { FakeMachine, fakePlatform } from './fake-machine.ts';

const port = 3100;
const info = { id: 'time-server-1', serverType: 'time', host: '127.0.0.1', port };
const timeoutMs = 500;

let machine: FakeMachine;
let sockets: { close(): void }[];

beforeEach(() => {
	machine = new FakeMachine();
	sockets = [];
});

/** A process whose framework behaves as that release. */
function process(name: string, profile: string): Platform {
	return {
		...fakePlatform(machine, name),
		env: (key) => (key === 'POMELO_PROFILE' ? profile : undefined)
	};
}

function serve(profile: string, timeRemote: Fields): void {
	const platform = process(info.id, profile);
	const kept: Platform = {
		...platform,
		listen: (host, listenPort, protocol, onAccept) =>
			platform.listen(host, listenPort, protocol, (socket) => {
				sockets.push(socket);
				return onAccept(socket);
			})
	};
	new RpcServer(kept, { user: { timeRemote } }, undefined).listen('127.0.0.1', port);
}

/** Calls `method` of a server and gives what the callback hears, as it hears it: error texts and values. */
function heard(profile: string, method: string, target = info.id): unknown[][] {
	const station = new MailStation(
		process('gate-server-1', profile),
		{ timeout: timeoutMs },
		() => 'gate-server-1'
	);
	station.addServer(info);
	const calls: unknown[][] = [];
	const message = {
		namespace: 'user',
		serverType: 'time',
		service: 'timeRemote',
		method,
		args: []
	};
	station.dispatch(target, message, {}, (...values: unknown[]) => {
		calls.push(values.map((value) => (value instanceof Error ? value.message : value)));
	});
	return calls;
}

describe('in Pomelo 1.2 a call', () => {
	it('to an unknown server is an error with code 2 at once', () => {
		expect(heard('1.2', 'now', 'time-server-9')).toEqual([['rpc failed with error code: 2']]);
	});

	it('is an error with code 3 when nobody listens', () => {
		const calls = heard('1.2', 'now');
		machine.advance(50);
		expect(calls).toEqual([['rpc failed with error code: 3']]);
	});

	it('whose callee dies is an error at once and again at the timeout', () => {
		serve('1.2', { now: () => undefined });
		const calls = heard('1.2', 'now');
		machine.advance(50);
		for (const socket of sockets) socket.close();
		machine.advance(50);
		expect(calls).toEqual([['rpc failed with error code: 5']]);
		machine.advance(timeoutMs);
		expect(calls).toHaveLength(2);
	});

	it('that makes the remote throw hears of it only by the timeout', () => {
		serve('1.2', {
			now: () => {
				throw new Error('broken clock');
			}
		});
		const calls = heard('1.2', 'now');
		machine.advance(timeoutMs - 50);
		expect(calls).toEqual([]);
		machine.advance(100);
		expect(calls).toEqual([['rpc failed with error code: 5']]);
	});
});

describe('in Pomelo 0.8 a call', () => {
	it('to an unknown server is an error at once', () => {
		expect(heard('0.8', 'now', 'time-server-9')).toEqual([
			['fail to connect to remote server:time-server-9']
		]);
	});

	it('throws nobody knows where when nobody listens, and is never answered', () => {
		const calls = heard('0.8', 'now');
		expect(() => {
			machine.advance(50);
		}).toThrow(`connect ECONNREFUSED 127.0.0.1:${String(port)}`);
		machine.advance(2 * timeoutMs);
		expect(calls).toEqual([]);
	});

	it('whose callee dies is called back without any value', () => {
		serve('0.8', { now: () => undefined });
		const calls = heard('0.8', 'now');
		machine.advance(50);
		for (const socket of sockets) socket.close();
		machine.advance(2 * timeoutMs);
		expect(calls).toEqual([[]]);
	});

	it('that is not answered waits for ever, an answer still counts', () => {
		let answer: unknown;
		serve('0.8', {
			now: (cb: unknown) => {
				answer = cb;
			}
		});
		const calls = heard('0.8', 'now');
		machine.advance(10 * timeoutMs);
		expect(calls).toEqual([]);
		if (isFunction(answer)) answer(19, 10);
		machine.advance(50);
		expect(calls).toEqual([[19, 10]]);
	});
});
