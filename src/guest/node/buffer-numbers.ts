// Reading and writing numbers in a Buffer: the methods `readInt16LE`, `writeDoubleBE` and their like.
// Whole numbers are put together from bytes, fractions go through a small view of their own.

import { codes } from './error-codes.ts';
import { MathFloor, ObjectDefineProperty, toNumber, toText, uncurryThis } from './primordials.ts';
import { validateNumber } from './validators.ts';

type Method = (this: Uint8Array, ...args: never[]) => unknown;
/** Both orders of bytes, by the ending of the method's name. */
const orders = [
	['LE', true],
	['BE', false]
] as const;
const twoTo = (bits: number): number => {
	let value = 1;
	for (let bit = 0; bit < bits; bit++) value *= 2;
	return value;
};
const scratch = new Uint8Array(8);
const scratchView = new DataView(scratch.buffer);
/* eslint-disable @typescript-eslint/unbound-method -- taken off to be called on the view */
const getFloat32 = uncurryThis(DataView.prototype.getFloat32);
const getFloat64 = uncurryThis(DataView.prototype.getFloat64);
const setFloat32 = uncurryThis(DataView.prototype.setFloat32);
const setFloat64 = uncurryThis(DataView.prototype.setFloat64);
/* eslint-enable @typescript-eslint/unbound-method */
const BigIntOf = BigInt;
const NumberOf = Number;

/** The methods by name. `readUint8` is the same function as `readUInt8`. */
export const numberMethods: Record<string, Method> = {};

function define(name: string, method: Method): void {
	ObjectDefineProperty(method, 'name', { value: name, configurable: true });
	numberMethods[name] = method;
	if (name.includes('UInt')) numberMethods[name.replace('UInt', 'Uint')] = method;
}

/** Throws unless `size` bytes begin at the offset. */
function checkOffset(bytes: Uint8Array, offset: number, size: number): void {
	validateNumber(offset, 'offset');
	if (bytes[offset] === undefined || bytes[offset + size - 1] === undefined) {
		refusePlace(offset, bytes.length - size);
	}
}

function refusePlace(offset: number, last: number): never {
	if (MathFloor(offset) !== offset) {
		throw new codes.ERR_OUT_OF_RANGE('offset', 'an integer', offset);
	}
	if (last < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
	throw new codes.ERR_OUT_OF_RANGE('offset', `>= 0 and <= ${last}`, offset);
}

/** Throws unless `size` is a number of bytes that the methods with a size can do. */
function checkSize(size: number): void {
	validateNumber(size, 'byteLength');
	if (MathFloor(size) !== size) throw new codes.ERR_OUT_OF_RANGE('byteLength', 'an integer', size);
	if (size < 1 || size > 6) throw new codes.ERR_OUT_OF_RANGE('byteLength', '>= 1 and <= 6', size);
}

function readWhole(
	bytes: Uint8Array,
	offset: number,
	size: number,
	isLittle: boolean,
	isSigned: boolean
): number {
	let value = 0;
	for (let index = 0; index < size; index++) {
		value = value * 256 + (bytes[isLittle ? offset + size - 1 - index : offset + index] as number);
	}
	const limit = isSigned ? twoTo(8 * size - 1) : 0;
	return isSigned && value >= limit ? value - limit * 2 : value;
}

function writeWhole(
	bytes: Uint8Array,
	value: number,
	offset: number,
	size: number,
	isLittle: boolean
): void {
	let rest = value;
	for (let index = 0; index < size; index++) {
		bytes[isLittle ? offset + index : offset + size - 1 - index] = rest;
		rest = MathFloor(rest / 256);
	}
}

/** Throws unless the value fits; in the words for small and for wide numbers. */
function checkValue(value: number, size: number, isSigned: boolean): void {
	const bits = 8 * size;
	const high = twoTo(isSigned ? bits - 1 : bits) - 1;
	const low = isSigned ? -high - 1 : 0;
	if (!(value > high || value < low)) return;
	throw new codes.ERR_OUT_OF_RANGE('value', rangeWords(low, high, size, isSigned, ''), value);
}

function rangeWords(
	low: number | bigint,
	high: number | bigint,
	size: number,
	isSigned: boolean,
	suffix: string
): string {
	if (size <= 4) return `>= ${toText(low)}${suffix} and <= ${toText(high)}${suffix}`;
	const power = `2${suffix} ** ${8 * size - (isSigned ? 1 : 0)}${suffix}`;
	return `>= ${isSigned ? `-(${power})` : `0${suffix}`} and < ${power}`;
}

function defineWhole(size: number, isSigned: boolean, isLittle: boolean, ending: string): void {
	define(`read${ending}`, function (this: Uint8Array, offset = 0) {
		checkOffset(this, offset, size);
		return readWhole(this, offset, size, isLittle, isSigned);
	});
	define(`write${ending}`, function (this: Uint8Array, given: unknown, offset = 0) {
		const value = toNumber(given);
		if (size === 1) validateNumber(offset, 'offset');
		checkValue(value, size, isSigned);
		checkOffset(this, offset, size);
		writeWhole(this, value, offset, size, isLittle);
		return offset + size;
	});
}

function defineSized(isSigned: boolean, isLittle: boolean, ending: string): void {
	define(`read${ending}`, function (this: Uint8Array, offset: number, size: number) {
		if ((offset as unknown) === undefined) {
			throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
		}
		checkSize(size);
		checkOffset(this, offset, size);
		return readWhole(this, offset, size, isLittle, isSigned);
	});
	define(
		`write${ending}`,
		function (this: Uint8Array, given: unknown, ...[offset, size]: number[]) {
			checkSize(size as number);
			const value = toNumber(given);
			checkValue(value, size as number, isSigned);
			checkOffset(this, offset as number, size as number);
			writeWhole(this, value, offset as number, size as number, isLittle);
			return (offset as number) + (size as number);
		}
	);
}

function defineBig(isSigned: boolean, isLittle: boolean, ending: string): void {
	const half = 4;
	define(`read${ending}`, function (this: Uint8Array, offset = 0) {
		checkOffset(this, offset, 8);
		const first = readWhole(this, offset, half, isLittle, isSigned && !isLittle);
		const second = readWhole(this, offset + half, half, isLittle, isSigned && isLittle);
		return isLittle
			? (BigIntOf(second) << 32n) + BigIntOf(first)
			: (BigIntOf(first) << 32n) + BigIntOf(second);
	});
	define(`write${ending}`, function (this: Uint8Array, value: bigint, offset = 0) {
		const high = isSigned ? 0x7fff_ffff_ffff_ffffn : 0xffff_ffff_ffff_ffffn;
		const low = isSigned ? -high - 1n : 0n;
		if (value > high || value < low) {
			throw new codes.ERR_OUT_OF_RANGE('value', rangeWords(low, high, 8, isSigned, 'n'), value);
		}
		checkOffset(this, offset, 8);
		const upper = NumberOf((value >> 32n) & 0xffff_ffffn);
		const lower = NumberOf(value & 0xffff_ffffn);
		writeWhole(this, isLittle ? lower : upper, offset, half, isLittle);
		writeWhole(this, isLittle ? upper : lower, offset + half, half, isLittle);
		return offset + 8;
	});
}

function defineFraction(size: 4 | 8, isLittle: boolean, ending: string): void {
	define(`read${ending}`, function (this: Uint8Array, offset = 0) {
		checkOffset(this, offset, size);
		for (let index = 0; index < size; index++) scratch[index] = this[offset + index] as number;
		return size === 4 ? getFloat32(scratchView, 0, isLittle) : getFloat64(scratchView, 0, isLittle);
	});
	define(`write${ending}`, function (this: Uint8Array, given: unknown, offset = 0) {
		const value = toNumber(given);
		checkOffset(this, offset, size);
		if (size === 4) setFloat32(scratchView, 0, value, isLittle);
		else setFloat64(scratchView, 0, value, isLittle);
		for (let index = 0; index < size; index++) this[offset + index] = scratch[index] as number;
		return offset + size;
	});
}

defineWhole(1, false, true, 'UInt8');
defineWhole(1, true, true, 'Int8');
for (const [order, isLittle] of orders) {
	defineWhole(2, false, isLittle, `UInt16${order}`);
	defineWhole(2, true, isLittle, `Int16${order}`);
	defineWhole(4, false, isLittle, `UInt32${order}`);
	defineWhole(4, true, isLittle, `Int32${order}`);
	defineBig(false, isLittle, `BigUInt64${order}`);
	defineBig(true, isLittle, `BigInt64${order}`);
	defineSized(false, isLittle, `UInt${order}`);
	defineSized(true, isLittle, `Int${order}`);
	defineFraction(4, isLittle, `Float${order}`);
	defineFraction(8, isLittle, `Double${order}`);
}
