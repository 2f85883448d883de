import { expect, test } from 'vitest';
import { TraceIndex } from '#trace';
import { arrowLabel, brokenLabel } from '../../../src/ui/sequence/arrow-label.ts';
import { eventList, linkOpened, sent } from '../../support/event-list.ts';

function label(protocol: string, payload: readonly unknown[], roomPx = 500): string {
	const list = eventList(linkOpened(1, 'a', 'b', protocol), sent(1, 'a', payload));
	const [flight] = new TraceIndex(list).flights;
	return flight === undefined ? 'no flight' : arrowLabel(flight, roomPx);
}

test('a label has the method and the content in short', () => {
	const body = new TextEncoder().encode('35');
	expect(label('amqp', ['basic.publish', 1, '', 'q', false, 0, body])).toBe('publish "35"');
	expect(label('amqp', ['basic.ack', 1, 1, false])).toBe('ack');
	expect(label('pomelo-rpc', ['request', 1, 'user', 't', 'r', 'now', '["a",5]'])).toBe(
		'now ("a",5)'
	);
	expect(label('pomelo-client', ['request', 1, 'gate.gateHandler.ask', '{}'])).toBe('ask {}');
});

test('a label is cut to its room, and left out when there is none', () => {
	expect(label('pomelo-client', ['push', 'onChat', '{"text":"hello"}'], 61)).toBe('onChat');
	expect(label('amqp', ['basic.ack', 1, 1, false], 10)).toBe('');
});

test('the label of one end of a broken arrow names the machine at the other end', () => {
	const list = eventList(linkOpened(1, 'a', 'b', 'amqp'), sent(1, 'a', ['basic.ack', 1, 1, false]));
	const [flight] = new TraceIndex(list).flights;
	if (flight === undefined) throw new Error('no flight');
	expect(brokenLabel(flight, 'leaves', 200)).toBe('ack → b');
	expect(brokenLabel(flight, 'arrives', 200)).toBe('a → ack');
	expect(brokenLabel(flight, 'arrives', 25)).toBe('a →');
});
