import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeEnd, decodeFrame, propertyNames, type Properties } from '#broker';
import '../support/broker-provided.ts';
import { readProperties, writeProperties } from '../../src/broker/properties.ts';
import type { Payload } from '#kernel/events';

test('a frame goes to the actor it concerns', () => {
	expect(decodeFrame(3, ['connection.open', 0, '/'])).toEqual({
		to: 'connection:3',
		kind: 'connection.open',
		data: { vhost: '/' }
	});
	expect(decodeFrame(3, ['channel.open', 2])).toEqual({
		to: 'connection:3',
		kind: 'channel.open',
		data: { channel: 2 }
	});
	expect(decodeFrame(3, ['basic.ack', 2, 7, true])).toEqual({
		to: 'channel:3/2',
		kind: 'basic.ack',
		data: { deliveryTag: 7, multiple: true }
	});
	expect(decodeEnd(3, 'killed').kind).toBe('connection.lost');
});

test('a publish carries its properties by name and its body', () => {
	const body = new Uint8Array([1, 2]);
	const frame: Payload = ['basic.publish', 1, 'x', 'k', true, 32 + 64, 'id', 'cb', body];
	expect(decodeFrame(1, frame).data).toEqual({
		exchange: 'x',
		routingKey: 'k',
		mandatory: true,
		properties: { correlationId: 'id', replyTo: 'cb' },
		body
	});
});

test('whatever is missing from a frame reads as nothing, not as an error', () => {
	const methods = [
		'queue.declare',
		'basic.consume',
		'basic.publish',
		'exchange.bind',
		'basic.nack'
	];
	for (const method of methods) expect(decodeFrame(1, [method, 1]).kind).toBe(method);
	expect(decodeFrame(1, []).kind).toBe('connection.failed');
});

test('properties come out of the wire as they went in', () => {
	const value = fc.oneof(fc.string(), fc.nat());
	const properties = fc.record(Object.fromEntries(propertyNames.map((name) => [name, value])), {
		requiredKeys: []
	}) as fc.Arbitrary<Properties>;
	fc.assert(
		fc.property(properties, (before) => {
			const frame: Payload[number][] = ['before'];
			writeProperties(frame, before);
			expect(readProperties(frame, 1)).toEqual(before);
		})
	);
});
