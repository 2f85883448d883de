// How AMQP methods are called in amqplib's error texts, and their numbers.
// Source: AMQP 0-9-1 XML definition (class and method indexes); amqplib spells `queue.declare-ok` QueueDeclareOk.

import type { WirePayload } from '../../sandbox/turn-batch.ts';
import {
	RegExpPrototypeExec,
	StringPrototypeSlice,
	StringPrototypeToUpperCase
} from '../runtime/primordials.ts';

const word = /[a-z]+/g;

/** `queue.declare-ok` -> `QueueDeclareOk`. */
export function methodName(method: string): string {
	let name = '';
	word.lastIndex = 0;
	for (let found = next(method); found !== null; found = next(method)) {
		const text = found[0];
		name += StringPrototypeToUpperCase(StringPrototypeSlice(text, 0, 1));
		name += StringPrototypeSlice(text, 1);
	}
	return name;
}

function next(method: string): RegExpExecArray | null {
	return RegExpPrototypeExec(word, method);
}

/** A frame as amqplib shows it in texts: `<ConnectionClose channel:0>`. */
export function frameText(frame: WirePayload): string {
	return `<${methodName(frame[0] as string)} channel:${frame[1] as number}>`;
}

/** Class and method number of the methods a channel can be closed for, as class * 65536 + method; others are 0. */
const numbers: Readonly<Record<string, number>> = {
	'channel.open': (20 << 16) + 10,
	'exchange.declare': (40 << 16) + 10,
	'exchange.delete': (40 << 16) + 20,
	'exchange.bind': (40 << 16) + 30,
	'exchange.unbind': (40 << 16) + 40,
	'queue.declare': (50 << 16) + 10,
	'queue.bind': (50 << 16) + 20,
	'queue.purge': (50 << 16) + 30,
	'queue.delete': (50 << 16) + 40,
	'queue.unbind': (50 << 16) + 50,
	'basic.qos': (60 << 16) + 10,
	'basic.consume': (60 << 16) + 20,
	'basic.cancel': (60 << 16) + 30,
	'basic.get': (60 << 16) + 70,
	'basic.recover': (60 << 16) + 110,
	'confirm.select': (85 << 16) + 10
};

/** True when a `channel.close` frame names this method as its cause. */
export function isCause(close: WirePayload, method: string): boolean {
	return numbers[method] === ((close[4] as number) << 16) + (close[5] as number);
}
