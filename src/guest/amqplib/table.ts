// AMQP tables (headers, arguments) as the table text that travels on the wire: a JSON array of [key, type, value].
// Types are chosen as amqplib's encoder chooses them; arrays hold [type, value].
// Source: reference amqp.md section 8; the letters are RabbitMQ's (https://www.rabbitmq.com/amqp-0-9-1-errata, section 3).
// Differs: unsigned numbers ({'!': 'uint8', ...}) travel as the next wider signed type, which arrives as the same number.

import {
	ArrayIsArray,
	JSONParse,
	JSONStringify,
	MathFloor,
	NumberIsNaN,
	ObjectDefineProperty,
	ObjectPrototypeHasOwnProperty
} from '../runtime/primordials.ts';
import { asBuffer, isBuffer } from './node-modules.ts';

import { type Row, tableBytes, tableBytesMax, type Typed } from './table-size.ts';

const mathAbs = Math.abs;
const mathFround = Math.fround;
const integerParse = Number.parseInt;
const toNumber = Number;
const Bytes = Uint8Array;

/**
 * The table text of an object, inherited properties included; null when it has none. Throws TypeError for what has no type,
 * RangeError for a table amqplib's buffer does not hold.
 */
export function encodeTable(table: object): string | null {
	const rows = tableRows(table);
	if (rows.length === 0) return null;
	const text = JSONStringify(rows);
	// No text takes more bytes than three for each character of its JSON: only long ones need measuring.
	if (text.length * 3 > tableBytesMax && tableBytes(rows) > tableBytesMax) {
		throw new RangeError(
			`Encoded field table (headers or arguments) exceeds the ${tableBytesMax} byte encoding buffer`
		);
	}
	return text;
}

function tableRows(table: object): Row[] {
	const rows: Row[] = [];
	for (const key in table) {
		const value = (table as Record<string, unknown>)[key];
		if (value === undefined) continue;
		const typed = typedValue(value);
		rows[rows.length] = [key, typed[0], typed[1]];
	}
	return rows;
}

function typedValue(value: unknown): Typed {
	switch (typeof value) {
		case 'string':
			return ['S', value];
		case 'boolean':
			return ['t', value];
		case 'number':
			return [numberType(value), plainNumber(value)];
		case 'object':
			if (value === null) return ['V', null];
			if (ArrayIsArray(value)) return ['A', arrayItems(value)];
			if (isBuffer(value)) return ['x', hexText(value)];
			if (ObjectPrototypeHasOwnProperty(value, '!')) {
				const typed = value as { '!': unknown; value: unknown };
				return namedType(typed['!'], typed.value);
			}
			return ['F', tableRows(value)];
		default:
			throw new TypeError(`Unknown type to encode: ${typeof value}`);
	}
}

function arrayItems(list: readonly unknown[]): Typed[] {
	const items: Typed[] = [];
	for (let index = 0; index < list.length; index++) items[index] = typedValue(list[index]);
	return items;
}

/** Doubles for fractions and what no 64-bit integer holds, else the narrowest signed integer. */
function numberType(value: number): string {
	if (value >= 0x8000000000000000) return 'd';
	if (mathAbs(value) < 0x4000000000000 && MathFloor(value) !== value) return 'd';
	if (value < 0x80 && value >= -0x80) return 'b';
	if (value < 0x8000 && value >= -0x8000) return 's';
	if (value < 0x80000000 && value >= -0x80000000) return 'I';
	return 'l';
}

/** JSON has no infinities and no -0: the former travel as text, the latter arrives as 0 in any case. */
function plainNumber(value: number): number | string {
	if (value === Infinity || value === -Infinity || NumberIsNaN(value)) return `${value}`;
	return value + 0;
}

/** A value whose type the program named: `{'!': 'timestamp', value: 1700000000}`. */
function namedType(name: unknown, value: unknown): Typed {
	switch (name) {
		case 'double':
		case 'float64':
			return ['d', plainNumber(value as number)];
		case 'float':
			return ['f', plainNumber(mathFround(value as number))];
		case 'byte':
		case 'int8':
			return ['b', value];
		case 'unsignedbyte':
		case 'uint8':
		case 'short':
		case 'int16':
			return ['s', value];
		case 'unsignedshort':
		case 'uint16':
		case 'int':
		case 'int32':
			return ['I', value];
		case 'unsignedint':
		case 'uint32':
		case 'long':
		case 'int64':
			return ['l', value];
		case 'timestamp':
			return ['T', value];
		case 'decimal':
			return ['D', decimal(value)];
		case 'string':
		case 'boolean':
		case 'object':
		case 'number':
			return typedValue(value);
		default:
			throw new TypeError(`Unknown type to encode: ${String(name)}`);
	}
}

function decimal(value: unknown): [places: number, digits: number] {
	const { places, digits } = value as { places: unknown; digits: unknown };
	if (typeof places === 'number' && typeof digits === 'number' && places >= 0 && places < 256) {
		return [places, digits];
	}
	throw new TypeError(
		`Decimal value must be {'places': 0..255, 'digits': uint32}, got ${JSONStringify(value)}`
	);
}

/** The object a table text stands for. */
export function decodeTable(text: string): Record<string, unknown> {
	return objectOf(JSONParse(text) as Row[]);
}

function objectOf(rows: readonly Row[]): Record<string, unknown> {
	const table: Record<string, unknown> = {};
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as Row;
		const key = row[0];
		const value = valueOf(row[1], row[2]);
		if (key === '__proto__') {
			ObjectDefineProperty(table, key, {
				value,
				writable: true,
				enumerable: true,
				configurable: true
			});
		} else table[key] = value;
	}
	return table;
}

function valueOf(type: string, value: unknown): unknown {
	switch (type) {
		case 'F':
			return objectOf(value as Row[]);
		case 'A': {
			const items = value as Typed[];
			const list: unknown[] = [];
			for (let index = 0; index < items.length; index++) {
				const item = items[index] as Typed;
				list[index] = valueOf(item[0], item[1]);
			}
			return list;
		}
		case 'x':
			return asBuffer(bytesOfHex(value as string));
		case 'T':
			return { '!': 'timestamp', value };
		case 'D': {
			const pair = value as [number, number];
			return { '!': 'decimal', value: { places: pair[0], digits: pair[1] } };
		}
		case 'd':
		case 'f':
			return typeof value === 'string' ? toNumber(value) : value;
		default:
			return value;
	}
}

const hexDigits = '0123456789abcdef';

function hexText(bytes: Uint8Array): string {
	let text = '';
	for (let index = 0; index < bytes.length; index++) {
		const byte = bytes[index] as number;
		text += (hexDigits[byte >> 4] as string) + (hexDigits[byte & 15] as string);
	}
	return text;
}

function bytesOfHex(text: string): Uint8Array {
	const bytes = new Bytes(text.length / 2);
	for (let index = 0; index < bytes.length; index++) {
		const pair = (text[index * 2] as string) + (text[index * 2 + 1] as string);
		bytes[index] = integerParse(pair, 16);
	}
	return bytes;
}

const toText = String;

/** What a table may inherit its fields from. Throws as V8 does for other values. */
export function prototypeOf(value: unknown): object {
	if ((typeof value === 'object' && value !== null) || typeof value === 'function') return value;
	throw new TypeError(`Object prototype may only be an Object or null: ${toText(value)}`);
}
