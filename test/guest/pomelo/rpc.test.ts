// One server calls another: numbering, late serialisation, errors, timeouts, filters, connections that break.
import { beforeEach, describe, expect, it } from 'vitest';
import { isFunction, type Fields } from '../../../src/guest/pomelo/dynamic.ts';
import { MailStation } from '../../../src/guest/pomelo/mailstation.ts';
import type { RpcMessage } from '../../../src/guest/pomelo/rpc-message.ts';
import { RpcServer } from '../../../src/guest/pomelo/rpc-server.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

const port = 3100;
const info = { id: 'time-server-1', serverType: 'time', host: '127.0.0.1', port };

let machine: FakeMachine;
let caller: FakePlatform;
let callee: FakePlatform;

beforeEach(() => {
	machine = new FakeMachine();
	caller = fakePlatform(machine, 'gate-server-1');
	callee = fakePlatform(machine, 'time-server-1');
});

function serve(timeRemote: Fields): RpcServer {
	const server = new RpcServer(callee, { user: { timeRemote } }, undefined);
	server.listen('127.0.0.1', port);
	return server;
}

function station(opts: Fields = {}): MailStation {
	const made = new MailStation(caller, opts, () => 'gate-server-1');
	made.addServer(info);
	return made;
}

function call(method: string, ...args: unknown[]): RpcMessage {
	return { namespace: 'user', serverType: 'time', service: 'timeRemote', method, args };
}

/** A callback that keeps the arguments of each of its calls. */
function collector(): { calls: unknown[][]; cb: (...args: unknown[]) => void } {
	const calls: unknown[][] = [];
	return { calls, cb: (...args) => calls.push(args) };
}

function answer(args: unknown[], ...values: unknown[]): void {
	const cb = args[args.length - 1];
	if (isFunction(cb)) cb(...values);
}

describe('a call between two servers', () => {
	it('crosses as one request and one reply that share a number, from 0 for each pair', () => {
		serve({
			add: (...args: unknown[]) => {
				answer(args, null, Number(args[0]) + Number(args[1]));
			}
		});
		const mails = station();
		const { calls, cb } = collector();
		mails.dispatch(info.id, call('add', 1, 2), {}, cb);
		mails.dispatch(info.id, call('add', 3, 4), {}, cb);
		machine.advance(20);
		expect(calls).toEqual([
			[null, 3],
			[null, 7]
		]);
		expect(machine.sent.map((each) => each.payload)).toEqual([
			['request', 0, 'user', 'time', 'timeRemote', 'add', '[1,2]'],
			['request', 1, 'user', 'time', 'timeRemote', 'add', '[3,4]'],
			['reply', 0, '[null,3]'],
			['reply', 1, '[null,7]']
		]);
	});

	it('waits for the connection and is written out only then, so a late change of an argument travels', () => {
		serve({
			echo: (...args: unknown[]) => {
				answer(args, args[0]);
			}
		});
		const mails = station();
		const { calls, cb } = collector();
		const members = ['alice'];
		mails.dispatch(info.id, call('echo', members), {}, cb);
		members.push('bob');
		machine.advance(20);
		mails.dispatch(info.id, call('echo', members), {}, cb);
		members.push('carol');
		machine.advance(20);
		expect(calls).toEqual([[['alice', 'bob']], [['alice', 'bob']]]);
	});

	it('loses the message and class of an error: only the stack arrives', () => {
		serve({
			fail: (...args: unknown[]) => {
				answer(args, new TypeError('no such hour'), 12);
			},
			explode: () => {
				throw new Error('boom');
			}
		});
		const mails = station();
		const { calls, cb } = collector();
		mails.dispatch(info.id, call('fail'), {}, cb);
		mails.dispatch(info.id, call('explode'), {}, cb);
		mails.dispatch(info.id, call('missing'), {}, cb);
		machine.advance(20);
		const stacks = calls.map(([error]) => (error as { stack: string }).stack.split('\n')[0]);
		expect(stacks).toEqual([
			'TypeError: no such hour',
			'Error: boom',
			'Error: no such method:missing'
		]);
		expect(calls.map(([error]) => Object.keys(error as object))).toEqual([
			['stack'],
			['stack'],
			['stack']
		]);
		expect(calls[0]?.[1]).toBe(12);
		expect(callee.logLines.join()).toContain('process rpc message error');
	});

	it('follows JSON: undefined and NaN become null, dates become text', () => {
		serve({
			show: (...args: unknown[]) => {
				answer(args, args.slice(0, -1));
			}
		});
		const { calls, cb } = collector();
		station().dispatch(
			info.id,
			call('show', undefined, NaN, new Date(0), { a: undefined }),
			{},
			cb
		);
		machine.advance(20);
		expect(calls).toEqual([[[null, null, '1970-01-01T00:00:00.000Z', {}]]]);
	});

	it('times out with the number of the request, and a reply after that is dropped', () => {
		let late: (() => void) | undefined;
		serve({
			wait: (...args: unknown[]) => {
				late = () => {
					answer(args, null, 'late');
				};
			}
		});
		const mails = station({ timeout: 700 });
		const { calls, cb } = collector();
		mails.dispatch(info.id, call('wait'), {}, cb);
		machine.advance(650);
		expect(calls).toEqual([]);
		machine.advance(100);
		const text =
			'rpc gate-server-1 callback timeout 700, remote server 0 host: 127.0.0.1, port: 3100';
		expect(calls).toEqual([[new Error(text)]]);
		late?.();
		machine.advance(20);
		expect(calls).toHaveLength(1);
		expect(caller.facts).toContainEqual({
			kind: 'pomelo.rpc-timeout',
			fact: { target: 'time-server-1', id: 0, afterMs: 700 }
		});
	});

	it('hears of a killed callee only by the timeout', () => {
		serve({ wait: () => undefined });
		const mails = station({ timeout: 500 });
		const { calls, cb } = collector();
		mails.dispatch(info.id, call('wait'), {}, cb);
		machine.advance(100);
		mails.removeServer(info.id);
		machine.advance(300);
		expect(calls).toEqual([]);
		machine.advance(300);
		expect(calls).toHaveLength(1);
	});

	it('keeps a call to a server that is offline until the next call after it came back', () => {
		serve({
			echo: (...args: unknown[]) => {
				answer(args, args[0]);
			}
		});
		const mails = station();
		const { calls, cb } = collector();
		mails.removeServer(info.id);
		mails.dispatch(info.id, call('echo', 'first'), {}, cb);
		machine.advance(100);
		mails.addServer(info);
		machine.advance(100);
		expect(calls).toEqual([]);
		mails.dispatch(info.id, call('echo', 'second'), {}, cb);
		machine.advance(100);
		expect(calls).toEqual([['first'], ['second']]);
	});

	it('gives up at the timeout when the connection is refused', () => {
		const mails = station({ timeout: 500 });
		const { calls, cb } = collector();
		mails.dispatch(info.id, call('echo', 1), {}, cb);
		machine.advance(400);
		expect(calls).toEqual([]);
		machine.advance(200);
		expect(calls[0]?.[0]).toBeInstanceOf(Error);
		expect(mails.hasMailbox(info.id)).toBe(false);
	});

	it('swallows what the callback throws', () => {
		serve({
			echo: (...args: unknown[]) => {
				answer(args, args[0]);
			}
		});
		station().dispatch(info.id, call('echo', 1), {}, () => {
			throw new Error('my own fault');
		});
		expect(() => {
			machine.advance(20);
		}).not.toThrow();
		expect(caller.logLines.join()).toContain('my own fault');
	});

	it('throws into the caller when an argument is circular and the connection is open', () => {
		serve({
			echo: (...args: unknown[]) => {
				answer(args, args[0]);
			}
		});
		const mails = station();
		mails.dispatch(info.id, call('echo', 1), {}, () => undefined);
		machine.advance(20);
		const circle: Fields = {};
		circle.self = circle;
		expect(() => {
			mails.dispatch(info.id, call('echo', circle), {}, () => undefined);
		}).toThrow(TypeError);
	});

	it('runs the filters before sending and after the reply, and lets them rewrite the message', () => {
		serve({
			echo: (...args: unknown[]) => {
				answer(args, args[0]);
			}
		});
		const mails = station();
		const seen: string[] = [];
		const rewrite = (
			_id: unknown,
			msg: RpcMessage,
			_opts: unknown,
			next: (...args: unknown[]) => void
		): void => {
			seen.push('before');
			next(null, { ...msg, args: ['rewritten'] });
		};
		mails.befores = [rewrite];
		mails.afters = [
			{
				after: (_id: unknown, _msg: unknown, _opts: unknown, next: () => void) => {
					seen.push('after');
					next();
				}
			}
		];
		const { calls, cb } = collector();
		mails.dispatch(info.id, call('echo', 'original'), {}, cb);
		machine.advance(20);
		expect(seen).toEqual(['before', 'after']);
		expect(calls).toEqual([['rewritten']]);
	});

	it('lets a filter veto with an Error: the callback never hears, the error handler does', () => {
		serve({});
		const mails = station();
		mails.befores = [
			(_id: unknown, _msg: unknown, _opts: unknown, next: (err: Error) => void) => {
				next(new Error('closed today'));
			}
		];
		const handled: unknown[] = [];
		mails.errorHandler = (err: Error, id: string) => handled.push(err.message, id);
		const { calls, cb } = collector();
		mails.dispatch(info.id, call('echo', 1), {}, cb);
		machine.advance(20);
		expect(calls).toEqual([]);
		expect(handled).toEqual(['closed today', 'time-server-1']);
	});

	it('collects messages for a while when asked to buffer', () => {
		serve({
			echo: (...args: unknown[]) => {
				answer(args, args[0]);
			}
		});
		const { calls, cb } = collector();
		const mails = station({ bufferMsg: true, interval: 30 });
		mails.dispatch(info.id, call('echo', 1), {}, cb);
		mails.dispatch(info.id, call('echo', 2), {}, cb);
		machine.advance(20);
		expect(calls).toEqual([]);
		machine.advance(30);
		expect(calls).toEqual([[1], [2]]);
		expect(machine.sent[0]?.payload).toEqual(['batch', 2]);
	});

	it('loses what was collected behind a message that makes the method throw', () => {
		serve({
			echo: (...args: unknown[]) => {
				if (args[0] === 'bad') throw new Error('thrown');
				answer(args, args[0]);
			}
		});
		const { calls, cb } = collector();
		const mails = station({ bufferMsg: true, interval: 30, timeout: 200 });
		for (const word of ['good', 'bad', 'lost']) mails.dispatch(info.id, call('echo', word), {}, cb);
		machine.advance(50);
		expect(calls).toEqual([['good']]);
		mails.dispatch(info.id, call('echo', 'next'), {}, cb);
		machine.advance(50);
		expect(calls[1]).toEqual(['next']);
		machine.advance(200);
		expect(calls.slice(2).map(([err]) => err instanceof Error)).toEqual([true, true]);
	});

	it('makes collected messages text when they leave', () => {
		serve({
			echo: (...args: unknown[]) => {
				answer(args, args[0]);
			}
		});
		const { calls, cb } = collector();
		const list = [1];
		station({ bufferMsg: true, interval: 30 }).dispatch(info.id, call('echo', list), {}, cb);
		machine.advance(20);
		list.push(2);
		machine.advance(30);
		expect(calls).toEqual([[[1, 2]]]);
	});
});
