import { expect, test } from 'vitest';
import { decodeUtf8, readWireMessage } from '../../src/trace/wire-message.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a published request has its fields, its properties and its body by name', () => {
	// correlationId is bit 5, replyTo bit 6.
	const payload = [
		'basic.publish',
		1,
		'',
		'rpc_queue',
		false,
		96,
		'id-1',
		'amq.gen-x',
		bytes('35')
	];
	expect(readWireMessage('amqp', payload)).toEqual({
		method: 'basic.publish',
		shape: 'request',
		fields: {
			routingKey: 'rpc_queue',
			mandatory: false,
			correlationId: 'id-1',
			replyTo: 'amq.gen-x'
		},
		body: '35'
	});
});

test('a message that names a question is a reply, one that names neither is a push', () => {
	const deliver = (flags: number, ...rest: (string | Uint8Array)[]) =>
		readWireMessage('amqp', [
			'basic.deliver',
			1,
			'tag',
			3,
			true,
			'',
			'q',
			flags,
			...rest,
			bytes('x')
		]);
	expect(deliver(32, 'id-1')).toMatchObject({
		shape: 'reply',
		fields: { consumerTag: 'tag', deliveryTag: 3, redelivered: true, correlationId: 'id-1' }
	});
	expect(deliver(0).shape).toBe('push');
});

test('acknowledgements and the rest of the protocol are told apart', () => {
	expect(readWireMessage('amqp', ['basic.ack', 1, 7, false])).toMatchObject({
		shape: 'acknowledgement',
		fields: { deliveryTag: 7, multiple: false },
		body: null
	});
	expect(readWireMessage('amqp', ['queue.declare-ok', 1, 'q', 0, 2])).toMatchObject({
		shape: 'protocol',
		fields: { queue: 'q', messageCount: 0, consumerCount: 2 }
	});
});

test('Pomelo packages have their method or route, and JSON as body', () => {
	const request = ['request', 4, 'user', 'time', 'timeRemote', 'now', '["Hello",5]'];
	expect(readWireMessage('pomelo-rpc', request)).toMatchObject({
		method: 'request',
		shape: 'request',
		fields: { id: 4, serverType: 'time', service: 'timeRemote', method: 'now' },
		body: '["Hello",5]'
	});
	expect(readWireMessage('pomelo-client', ['push', 'onChat', '{"a":1}'])).toMatchObject({
		shape: 'push',
		fields: { route: 'onChat' },
		body: '{"a":1}'
	});
});

test('what is not known stays a method without fields', () => {
	expect(readWireMessage('amqp', [])).toEqual({
		method: '',
		shape: 'protocol',
		fields: {},
		body: null
	});
	expect(readWireMessage('other', ['x', 1]).method).toBe('x');
});

test('UTF-8 is read as a decoder would read it, bad bytes marked', () => {
	for (const text of ['', 'a', 'äöü €', '测试', '🐇 x', 'long '.repeat(50)]) {
		expect(decodeUtf8(bytes(text))).toBe(text);
	}
	expect(decodeUtf8(new Uint8Array([0x61, 0xff, 0x62]))).toBe('a\ufffdb');
	expect(decodeUtf8(new Uint8Array([0xe2, 0x82]))).toContain('\ufffd');
});
