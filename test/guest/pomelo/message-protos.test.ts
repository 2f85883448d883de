// What useProtobuf does to messages.
import { describe, expect, it, vi } from 'vitest';
import { Application } from '../../../src/guest/pomelo/application.ts';
import { MessageProtos } from '../../../src/guest/pomelo/message-protos.ts';
import { FakeMachine, fakePlatform } from './fake-machine.ts';

// Outside a guest sessions are emitters of Node.js.
vi.mock('../../../src/guest/node/events.ts', () => import('node:events'));

function protosOf(server: object): MessageProtos {
	const platform = fakePlatform(new FakeMachine(), 'connector-server-1', {
		'/app/config/serverProtos.json': () => server
	});
	const app = new Application(platform);
	app.set('base', '/app');
	return new MessageProtos(app, platform);
}

describe('messages under useProtobuf', () => {
	it('keep only their declared fields', () => {
		const protos = protosOf({ onAdd: { 'required string user': 1 } });
		expect(protos.toClient('onAdd', { route: 'onAdd', user: 'bob' })).toEqual({ user: 'bob' });
		expect(protos.toClient('onLeave', { route: 'onLeave' })).toEqual({ route: 'onLeave' });
		expect(protos.fromClient('onAdd', { anything: 1 })).toEqual({ anything: 1 });
	});

	it('arrive empty without a required field', () => {
		const protos = protosOf({ onAdd: { 'required string user': 1 } });
		expect(protos.toClient('onAdd', { name: 'bob' })).toEqual({});
	});

	it('convert to the declared types, in nested messages and lists too', () => {
		const protos = protosOf({
			onScores: {
				'message Score': { 'required string who': 1, 'optional uInt32 points': 2 },
				'repeated Score scores': 1,
				'repeated double ratios': 2
			}
		});
		const body = { scores: [{ who: 'ann', points: 3.9, secret: 1 }], ratios: [0.1] };
		expect(protos.toClient('onScores', body)).toEqual({
			scores: [{ who: 'ann', points: 3 }],
			ratios: [0.1]
		});
	});

	it('may have fields of a message declared for all, and arrive empty when one of those is not complete', () => {
		const protos = protosOf({
			'message Point': { 'required uInt32 x': 1 },
			onMove: { 'required Point to': 1, 'repeated Point via': 2 }
		});
		const whole = { to: { x: 1, y: 2 }, via: [{ x: 3 }] };
		expect(protos.toClient('onMove', whole)).toEqual({ to: { x: 1 }, via: [{ x: 3 }] });
		expect(protos.toClient('onMove', { to: { y: 2 } })).toEqual({});
		expect(protos.toClient('onMove', { to: { x: 1 }, via: [{}] })).toEqual({});
	});

	it('cannot be sent with a value that the encoder cannot write', () => {
		const protos = protosOf({ onAdd: { 'optional string user': 1, 'optional uInt32 age': 2 } });
		expect(() => protos.toClient('onAdd', { user: 7 })).toThrow(TypeError);
		expect(() => protos.toClient('onAdd', { age: -1 })).toThrow(TypeError);
		expect(protos.toClient('onAdd', { age: '7' })).toEqual({ age: 7 });
	});

	it('know one field for each tag', () => {
		const protos = protosOf({ onAdd: { 'optional string user': 1, 'optional string name': 1 } });
		expect(protos.toClient('onAdd', { user: 'bob', name: 'b' })).toEqual({ user: 'bob' });
	});
});
