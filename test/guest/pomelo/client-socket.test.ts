// A frontend's end of a client connection: handshake, messages, heartbeats, kicks, ends.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ClientSocket } from '../../../src/guest/pomelo/client-socket.ts';
import type { WirePayload } from '../../../src/sandbox/turn-batch.ts';
import { FakeMachine, fakePlatform, type FakePlatform, type FakeSocket } from './fake-machine.ts';

// Outside a guest sessions are emitters of Node.js.
vi.mock('../../../src/guest/node/events.ts', () => import('node:events'));

const port = 3050;

let machine: FakeMachine;
let platform: FakePlatform;
let heard: WirePayload[];
let client: FakeSocket;
let socket: ClientSocket;
let events: unknown[][];

beforeEach(() => {
	machine = new FakeMachine();
	platform = fakePlatform(machine, 'connector-server-1');
});

function connect(opts: object = {}): void {
	heard = [];
	events = [];
	machine.listen(port, (accepted) => {
		socket = new ClientSocket(1, accepted, platform, opts, () => ({ heartbeat: 3 }));
		for (const event of ['message', 'disconnect']) {
			socket.on(event, (...args) => events.push([event, ...args]));
		}
		return socket.handlers();
	});
	client = machine.connect('alice', port, {
		onData: (frame) => {
			heard.push(frame);
		}
	});
	machine.advance(5);
}

function send(...frames: WirePayload[]): void {
	for (const frame of frames) client.send(frame);
	machine.advance(5);
}

/** The client waits for the answer before it acknowledges. */
function greet(): void {
	send(shake);
	send(['handshake-ack']);
}

const shake: WirePayload = [
	'handshake',
	'{"sys":{"type":"js-websocket","version":"0.0.1"},"user":{"n":1}}'
];

describe('the handshake', () => {
	it('tells code, system and, when the application has a handshake function, user', () => {
		connect({
			handshake: (msg: { user: unknown }, cb: (err: null, user: unknown) => void) => {
				cb(null, { seen: msg.user });
			}
		});
		send(shake);
		expect(heard).toEqual([
			['handshake', '{"code":200,"sys":{"heartbeat":3},"user":{"seen":{"n":1}}}']
		]);
	});

	it('is refused without a system part or by the application, and then the connection ends', () => {
		connect();
		send(['handshake', '{}']);
		expect(heard).toEqual([['handshake', '{"code":500}']]);
		expect(client.isOpen).toBe(false);
		connect({ checkClient: () => false });
		send(shake);
		expect(heard).toEqual([['handshake', '{"code":501}']]);
	});

	it('must be over before anything else counts', () => {
		connect();
		send(['request', 1, 'a.b.c', '{}']);
		socket.send(['push', 'onNews', '{}']);
		send(shake);
		expect(events).toEqual([]);
		send(['handshake-ack'], ['request', 1, 'a.b.c', '{"n":1}'], ['notify', 'a.b.d', 'no json']);
		expect(events.map(([, message]) => message)).toEqual([
			{ id: 1, type: 0, compressRoute: 0, route: 'a.b.c', body: { n: 1 }, compressGzip: 0 },
			{ id: 0, type: 1, compressRoute: 0, route: 'a.b.d', body: {}, compressGzip: 0 }
		]);
	});
});

describe('the end of a connection', () => {
	it('has the reason 1000 when the client closes, 1006 when it vanishes, none when the server closes', () => {
		connect();
		greet();
		send(['close', 1000]);
		expect(events).toEqual([['disconnect', 1000]]);
		connect();
		greet();
		client.close();
		machine.advance(5);
		expect(events).toEqual([['disconnect', 1006]]);
		connect();
		greet();
		socket.disconnect();
		machine.advance(5);
		expect(events).toEqual([['disconnect', undefined]]);
		expect(client.isOpen).toBe(false);
	});

	it('is announced as a kick only when its reason is text', () => {
		connect();
		greet();
		socket.emit('closing', 1000);
		socket.emit('closing', 'too loud');
		machine.advance(5);
		expect(heard.slice(1)).toEqual([['kick', '{"reason":"too loud"}']]);
	});
});

describe('heartbeats', () => {
	it('are answered, and a client silent for twice the interval is dropped', () => {
		connect({ heartbeat: 3 });
		greet();
		expect(heard.slice(1)).toEqual([['heartbeat']]);
		machine.advance(4000);
		send(['heartbeat']);
		expect(heard.slice(1)).toHaveLength(2);
		machine.advance(5900);
		expect(client.isOpen).toBe(true);
		machine.advance(200);
		expect(client.isOpen).toBe(false);
		expect(events).toEqual([['disconnect', undefined]]);
	});

	it('do not exist unless configured', () => {
		connect();
		greet();
		machine.advance(100_000);
		expect(client.isOpen).toBe(true);
		expect(heard).toHaveLength(1);
	});
});

describe('a message that makes the program throw', () => {
	it('is the last that this connection handles', () => {
		connect();
		greet();
		socket.on('message', () => {
			throw new Error('thrown by a handler');
		});
		expect(() => {
			send(['request', 1, 'connector.entryHandler.enter', '{}']);
		}).toThrow('thrown by a handler');
		const before = events.length;
		send(['request', 2, 'connector.entryHandler.enter', '{}'], ['close', 1000]);
		expect(events).toHaveLength(before);
	});
});
