// Channels: members, and one message to each frontend.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Application } from '../../../src/guest/pomelo/application.ts';
import {
	createChannelService,
	type ChannelService
} from '../../../src/guest/pomelo/pomelo-channel.ts';
import type { Callback } from '../../../src/guest/pomelo/platform.ts';
import type { RpcMessage } from '../../../src/guest/pomelo/rpc-message.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

// Outside a guest sessions are emitters of Node.js.
vi.mock('../../../src/guest/node/events.ts', () => import('node:events'));

let machine: FakeMachine;
let platform: FakePlatform;
let app: Application;
let service: ChannelService;
let invoked: { serverId: string; message: RpcMessage; cb: Callback }[];

beforeEach(() => {
	machine = new FakeMachine();
	platform = fakePlatform(machine, 'chat-server-1');
	app = new Application(platform);
	app.serverId = 'chat-server-1';
	invoked = [];
	app.set(
		'rpcInvoke',
		(serverId: string, message: RpcMessage, cb: Callback) => {
			invoked.push({ serverId, message, cb });
		},
		true
	);
	service = createChannelService(app, platform, undefined);
});

describe('the members of a channel', () => {
	it('need a frontend, may come twice, and leave one at a time', () => {
		const channel = service.createChannel('hall');
		expect(channel.add('alice', 'c1')).toBe(true);
		expect(channel.add('ghost', undefined)).toBe(false);
		expect(channel.add('alice', 'c1')).toBe(true);
		expect(channel.getMembers()).toEqual(['alice', 'alice']);
		expect(channel.getMember('alice')).toEqual({ sid: 'c1', uid: 'alice' });
		expect(channel.leave('alice', 'c1')).toBe(true);
		expect(channel.leave('alice', undefined)).toBe(false);
		expect(channel.getMembers()).toEqual(['alice']);
		expect(channel.getUserAmount()).toBe(1);
		expect(platform.logLines.join()).toContain('for sid not specified');
	});

	it('are refused after destroy, but not after the service forgot the channel', () => {
		const forgotten = service.createChannel('a');
		service.destroyChannel('a');
		expect(forgotten.add('alice', 'c1')).toBe(true);
		const destroyed = service.createChannel('b');
		destroyed.destroy();
		expect(destroyed.add('alice', 'c1')).toBe(false);
		expect(service.getChannel('b')).toBeUndefined();
	});
});

describe('a store', () => {
	/** Keeps lists by key, and answers when told to. */
	function makeStore(lists: Record<string, string[]>) {
		const loads: (() => void)[] = [];
		return {
			lists,
			loads,
			add(key: string, value: string, cb: Callback) {
				(lists[key] ??= []).push(value);
				cb();
			},
			remove(key: string, value: string, cb: Callback) {
				lists[key] = (lists[key] ?? []).filter((kept) => kept !== value);
				cb(value.startsWith('c9') ? new Error('lost it') : null);
			},
			removeAll(key: string, cb: Callback) {
				lists[key] = [];
				cb();
			},
			load(key: string, cb: Callback) {
				loads.push(() => cb(null, lists[key] ?? []));
			}
		};
	}

	it('keeps which channels there are and who is in them', () => {
		const store = makeStore({});
		service = createChannelService(app, platform, { store, prefix: 'game' });
		const hall = service.createChannel('hall');
		service.getChannel('attic', true)?.add('dave', 'c2');
		hall.add('alice', 'c1');
		hall.add('bob', 'c1');
		hall.leave('bob', 'c1');
		hall.leave('ghost', 'c9');
		service.getChannel('attic')?.destroy();
		expect(store.lists).toEqual({
			'game:chat-server-1': ['game:chat-server-1:hall'],
			'game:chat-server-1:hall': ['c1:alice'],
			'game:chat-server-1:attic': []
		});
		expect(platform.logLines.join()).toContain(
			'remove key: game:chat-server-1:hall value: c9:ghost from store, with err: "Error: lost it'
		);
	});

	it('gives channels and members back at the start; a late answer goes to the last channel, as in Pomelo', () => {
		const store = makeStore({
			'game:chat-server-1': ['game:chat-server-1:hall', 'game:chat-server-1:attic'],
			'game:chat-server-1:hall': ['c1:alice'],
			'game:chat-server-1:attic': ['c2:bob']
		});
		service = createChannelService(app, platform, { store, prefix: 'game' });
		const started = vi.fn();
		service.start(started);
		expect(started).not.toHaveBeenCalled();
		for (const load of store.loads) load();
		expect(started).toHaveBeenCalledWith();
		expect(service.getChannel('hall')?.getMembers()).toEqual([]);
		expect(service.getChannel('attic')?.getMember('bob')).toEqual({ uid: 'bob', sid: 'c2' });
		expect(service.getChannel('attic')?.getMembers()).toEqual(['alice', 'bob']);
		expect(service.getChannel('attic')?.getUserAmount()).toBe(0);
	});

	it('that cannot tell what it holds stops the start', () => {
		const failure = new Error('no disk');
		const store = { load: (_key: string, cb: Callback) => cb(failure) };
		const started = vi.fn();
		createChannelService(app, platform, { store }).start(started);
		expect(started).toHaveBeenCalledWith(failure);
		expect(platform.logLines.join()).toContain('load key: undefined:chat-server-1 from store');
	});
});

describe('a push', () => {
	it('is one call per frontend, with the route apart or inside the message', () => {
		const channel = service.createChannel('hall');
		channel.add('alice', 'c1');
		channel.add('bob', 'c2');
		channel.add('carol', 'c1');
		channel.pushMessage({ route: 'onNews', n: 1 });
		expect(
			invoked.map((each) => [
				each.serverId,
				each.message.method,
				each.message.args[0],
				each.message.args[2]
			])
		).toEqual([
			['c1', 'pushMessage', 'onNews', ['alice', 'carol']],
			['c2', 'pushMessage', 'onNews', ['bob']]
		]);
	});

	it('reports the users without a session once all frontends have answered', () => {
		const channel = service.createChannel('hall');
		channel.add('alice', 'c1');
		channel.add('bob', 'c2');
		const results: unknown[][] = [];
		channel.pushMessage('onNews', { n: 1 }, (...args: unknown[]) => results.push(args));
		invoked[0]?.cb(null, ['alice']);
		expect(results).toEqual([]);
		invoked[1]?.cb(null, []);
		expect(results).toEqual([[null, ['alice']]]);
	});

	it('fails only when every frontend fails', () => {
		const channel = service.createChannel('hall');
		channel.add('alice', 'c1');
		const results: unknown[][] = [];
		channel.pushMessage('onNews', { n: 1 }, (...args: unknown[]) => results.push(args));
		invoked[0]?.cb({ stack: 'Error: lost' });
		expect(results).toEqual([[new Error('all uids push message fail')]]);
	});

	it('to nobody calls back at once with nothing', () => {
		const results: unknown[][] = [];
		service
			.createChannel('hall')
			.pushMessage('onNews', {}, (...args: unknown[]) => results.push(args));
		service.pushMessageByUids('onNews', {}, [], (...args: unknown[]) => results.push(args));
		expect(results).toEqual([[], [new Error('uids should not be empty')]]);
	});

	it('carries the member list itself, so that later members can still be on it', () => {
		const channel = service.createChannel('hall');
		channel.add('alice', 'c1');
		channel.pushMessage('onJoin', { user: 'bob' });
		channel.add('bob', 'c1');
		expect(invoked[0]?.message.args[2]).toEqual(['alice', 'bob']);
	});

	it('by uids groups them by frontend', () => {
		service.pushMessageByUids('onWhisper', { n: 1 }, [
			{ uid: 'a', sid: 'c1' },
			{ uid: 'b', sid: 'c2' },
			{ uid: 'c', sid: 'c1' }
		]);
		expect(invoked.map((each) => each.message.args[2])).toEqual([['a', 'c'], ['b']]);
	});

	it('to everybody goes to all frontends of a type', () => {
		app.addServers([
			{ id: 'c1', serverType: 'connector' },
			{ id: 'c2', serverType: 'connector' }
		]);
		const results: unknown[][] = [];
		service.broadcast('connector', 'onNews', { n: 1 }, {}, (...args: unknown[]) =>
			results.push(args)
		);
		expect(invoked.map((each) => each.message.method)).toEqual(['broadcast', 'broadcast']);
		invoked[0]?.cb(new Error('gone'));
		invoked[1]?.cb(null);
		expect(results).toEqual([[null]]);
	});
});
