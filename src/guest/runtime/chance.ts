// Math.random of a process: its own generator, seeded when the process starts (the engine's would repeat itself
// in every copy of the image).
// Source: sfc32 by Chris Doty-Humphrey (PractRand).

import { hostRandomBytes } from './host.ts';
import { onProcessStart } from './process-start.ts';

let a = 0;
let b = 0;
let c = 0;
let d = 1;

function uint32(): number {
	const sum = (((a + b) | 0) + d) | 0;
	d = (d + 1) | 0;
	a = b ^ (b >>> 9);
	b = (c + (c << 3)) | 0;
	c = (c << 21) | (c >>> 11);
	c = (c + sum) | 0;
	return sum >>> 0;
}

/** Replaces Math.random. Gives 53 random bits from 0 to below 1, as the language asks. */
export function installChance(): void {
	Math.random = function random() {
		return ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
	};
	onProcessStart(() => {
		const seed = hostRandomBytes(12);
		a = word(seed, 0);
		b = word(seed, 4);
		c = word(seed, 8);
		d = 1;
		for (let round = 0; round < 12; round++) uint32();
	});
}

function word(bytes: Uint8Array, at: number): number {
	return (
		(bytes[at] as number) |
		((bytes[at + 1] as number) << 8) |
		((bytes[at + 2] as number) << 16) |
		((bytes[at + 3] as number) << 24) |
		0
	);
}
