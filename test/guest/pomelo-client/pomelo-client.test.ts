// The browser client against a server that says what the test wants.
import { beforeEach, describe, expect, it } from 'vitest';
import { PomeloClient } from '../../../src/guest/pomelo-client/pomelo-client.ts';
import type { Socket } from '../../../src/guest/runtime/sockets.ts';
import type { WirePayload } from '../../../src/sandbox/turn-batch.ts';
import { FakeMachine } from '../pomelo/fake-machine.ts';

const port = 3014;

let machine: FakeMachine;
let client: PomeloClient;
let server: { socket: Socket; heard: WirePayload[] }[];
let logLines: string[];
let reported: unknown[];
let command: ((text: string) => void) | undefined;

beforeEach(() => {
	machine = new FakeMachine();
	server = [];
	logLines = [];
	reported = [];
	command = undefined;
	client = new PomeloClient({
		connect: (_host, target, _protocol, handlers) => machine.connect('alice', target, handlers),
		setTimer: (fn, delayMs) => machine.after(delayMs, fn),
		clearTimer: (timer) => {
			(timer as { isCancelled: boolean }).isCancelled = true;
		},
		nowMs: () => machine.nowMs,
		log: (text) => logLines.push(text),
		onCommand: (fn) => {
			command = fn;
		},
		reportError: (error) => reported.push(error),
		liveAsPage: () => undefined
	});
});

/** A server that shakes hands, and closes when asked to. */
function serve(sys: object = {}, user?: unknown): void {
	machine.listen(port, (socket) => {
		const heard: WirePayload[] = [];
		server.push({ socket, heard });
		return {
			onData: (frame) => {
				heard.push(frame);
				if (frame[0] === 'handshake') {
					socket.send(['handshake', JSON.stringify({ code: 200, sys, user })]);
				} else if (frame[0] === 'close') socket.close();
			}
		};
	});
}

function open(params: object = {}): void {
	client.init({ host: '127.0.0.1', port, ...params }, () => undefined);
	machine.advance(20);
}

function say(frame: WirePayload, connection = 0): void {
	server[connection]?.socket.send(frame);
	machine.advance(5);
}

function heardOf(word: string, connection = 0): WirePayload[] {
	return (server[connection]?.heard ?? []).filter((frame) => frame[0] === word);
}

describe('opening a connection', () => {
	it('shakes hands, tells the handshake callback, acknowledges, then calls back', () => {
		serve({}, { welcome: 'you' });
		const order: unknown[] = [];
		client.init(
			{
				host: '127.0.0.1',
				port,
				user: { name: 'alice' },
				handshakeCallback: (user: unknown) => order.push(user)
			},
			() => order.push('open')
		);
		machine.advance(20);
		expect(order).toEqual([{ welcome: 'you' }, 'open']);
		expect(server[0]?.heard.map((frame) => frame[0])).toEqual(['handshake', 'handshake-ack']);
		const sent = JSON.parse(String(server[0]?.heard[0]?.[1])) as { user: unknown };
		expect(sent.user).toEqual({ name: 'alice' });
	});

	it('emits io-error and close when nobody listens', () => {
		const heard: string[] = [];
		for (const event of ['io-error', 'close', 'disconnect']) {
			client.on(event, () => heard.push(event));
		}
		open();
		expect(heard).toEqual(['io-error', 'close', 'disconnect']);
	});

	it('emits error, which needs no listener, when the server refuses the handshake', () => {
		machine.listen(port, (socket) => ({
			onData: () => {
				socket.send(['handshake', '{"code":501}']);
			}
		}));
		open();
		const heard: unknown[] = [];
		client.on('error', (text) => heard.push(text));
		open();
		expect(heard).toEqual(['client version not fullfill']);
		expect(reported).toEqual([]);
	});
});

describe('requests', () => {
	it('are numbered from 1 across connections and answered by number', () => {
		serve();
		open();
		const answers: unknown[] = [];
		client.request('a.b.c', { n: 1 }, (body: unknown) => answers.push(body));
		client.request('a.b.d', (body: unknown) => answers.push(body));
		machine.advance(5);
		expect(heardOf('request')).toEqual([
			['request', 1, 'a.b.c', '{"n":1}'],
			['request', 2, 'a.b.d', '{}']
		]);
		say(['response', 2, '{"second":true}']);
		say(['response', 1, '"first"']);
		expect(answers).toEqual([{ second: true }, 'first']);
		client.disconnect();
		machine.advance(10);
		open();
		client.request('a.b.c', {}, () => undefined);
		machine.advance(5);
		expect(heardOf('request', 1)[0]?.[1]).toBe(3);
	});

	it('answered twice are an error that the page survives', () => {
		serve();
		open();
		let answers = 0;
		client.request('a.b.c', {}, () => (answers += 1));
		machine.advance(5);
		say(['response', 1, '{}']);
		say(['response', 1, '{}']);
		expect(answers).toBe(1);
		expect(reported).toHaveLength(1);
		say(['push', 'onNews', '{}']);
		expect(reported).toHaveLength(1);
	});

	it('throw while the connection is being opened and are lost after disconnect', () => {
		serve();
		client.init({ host: '127.0.0.1', port });
		expect(() => {
			client.request('a.b.c', {}, () => undefined);
		}).toThrow(/CONNECTING/);
		machine.advance(20);
		client.disconnect();
		client.request('a.b.c', {}, () => undefined);
		machine.advance(20);
		expect(heardOf('request')).toEqual([]);
	});

	it('can be sent by a person, who sees the answer in the log', () => {
		serve();
		command?.('{}');
		open();
		command?.('{"route":"gate.gateHandler.ask","message":{"n":7}}');
		machine.advance(5);
		expect(heardOf('request')).toEqual([['request', 1, 'gate.gateHandler.ask', '{"n":7}']]);
		say(['response', 1, '{"hour":9}']);
		expect(logLines).toContain('answer to gate.gateHandler.ask: {"hour":9}');
	});
});

describe('pushes and other events', () => {
	it('reach all listeners of the route, until off', () => {
		serve();
		open();
		const heard: string[] = [];
		const first = (): void => {
			heard.push('first');
		};
		client.on('onNews', first);
		client.on('onNews', () => heard.push('second'));
		client.once('onNews', () => heard.push('once'));
		say(['push', 'onNews', '{}']);
		client.off('onNews', first);
		say(['push', 'onNews', '{}']);
		client.off('onNews');
		say(['push', 'onNews', '{}']);
		expect(heard).toEqual(['first', 'second', 'once', 'second']);
	});

	it('tell a kick before the end of the connection', () => {
		serve();
		open();
		const heard: unknown[] = [];
		client.on('onKick', (data) => heard.push(data));
		client.on('disconnect', () => heard.push('disconnect'));
		server[0]?.socket.send(['kick', '{"reason":"kick"}']);
		server[0]?.socket.close();
		machine.advance(10);
		expect(heard).toEqual([{ reason: 'kick' }, 'disconnect']);
	});

	it('report an exception of a listener and go on', () => {
		serve();
		open();
		client.on('onNews', () => {
			throw new Error('in the page');
		});
		say(['push', 'onNews', '{}']);
		expect(reported).toEqual([new Error('in the page')]);
	});
});

describe('disconnect', () => {
	it('emits close and disconnect after the server has agreed, and hears nothing meanwhile', () => {
		serve();
		open();
		const heard: string[] = [];
		client.on('onNews', () => heard.push('onNews'));
		client.on('close', () => heard.push('close'));
		client.on('disconnect', () => heard.push('disconnect'));
		server[0]?.socket.send(['push', 'onNews', '{}']);
		client.disconnect();
		expect(heard).toEqual([]);
		machine.advance(10);
		expect(heard).toEqual(['close', 'disconnect']);
		expect(heardOf('close')).toEqual([['close', 1000]]);
	});
});

describe('heartbeats', () => {
	it('answer each of the server after the interval', () => {
		serve({ heartbeat: 3 });
		open();
		say(['heartbeat']);
		machine.advance(2900);
		expect(heardOf('heartbeat')).toEqual([]);
		machine.advance(200);
		expect(heardOf('heartbeat')).toHaveLength(1);
	});

	it('give up on a server that stays silent', () => {
		serve({ heartbeat: 3 });
		open();
		const heard: string[] = [];
		client.on('heartbeat timeout', () => heard.push('silent'));
		client.on('disconnect', () => heard.push('disconnect'));
		say(['heartbeat']);
		machine.advance(9200);
		expect(heard).toEqual(['silent', 'disconnect']);
	});
});
