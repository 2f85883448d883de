// How many bytes a table would take on a real wire: amqplib encodes tables into a buffer of fixed size and refuses larger ones.
// Source: AMQP 0-9-1 section 4.2.5.5 (field tables); amqplib CHANGELOG 2.3.1.

import { utf8Length } from './node-modules.ts';

/** A value with its type letter. */
export type Typed = [type: string, value: unknown];
/** A row of a table. */
export type Row = [key: string, type: string, value: unknown];

/** Bytes of amqplib's encoding buffer. */
export const tableBytesMax = 65536;

const fixedBytes: Readonly<Record<string, number>> = {
	V: 0,
	t: 1,
	b: 1,
	s: 2,
	I: 4,
	f: 4,
	D: 5,
	l: 8,
	d: 8,
	T: 8
};

/** Bytes of a table with its length in front. */
export function tableBytes(rows: readonly Row[]): number {
	let bytes = 4;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as Row;
		bytes += 1 + utf8Length(row[0]) + valueBytes(row[1], row[2]);
	}
	return bytes;
}

/** Bytes of a value with its type in front. */
function valueBytes(type: string, value: unknown): number {
	switch (type) {
		case 'S':
			return 5 + utf8Length(value as string);
		case 'x':
			return 5 + (value as string).length / 2;
		case 'F':
			return 1 + tableBytes(value as Row[]);
		case 'A': {
			const items = value as Typed[];
			let bytes = 5;
			for (let index = 0; index < items.length; index++) {
				const item = items[index] as Typed;
				bytes += valueBytes(item[0], item[1]);
			}
			return bytes;
		}
		default:
			return 1 + (fixedBytes[type] ?? 0);
	}
}
