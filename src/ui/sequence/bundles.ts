// Messages that lie too close to be told apart: those of one direction and stretch become one bundle. Pure.
import { firstAtLeast } from '../shared/ascending.ts';
import type { Arrow } from './arrows-in-view.ts';
import { blockPx, type SequenceLayout } from './sequence-layout.ts';
import { none } from './sequence-rows.ts';

/** More arrows than this begin in one block: they are bundled. */
const arrowsMax = 20;
/** Arrows of one direction within this height make a bundle. */
const bundlePx = 40;

/** Messages from one column to another, too many to draw each. */
export interface Bundle {
	readonly from: number;
	readonly to: number;
	readonly y: number;
	readonly count: number;
	readonly lost: number;
	/** The first and the last `link.sent` of them. */
	readonly firstSeq: number;
	readonly lastSeq: number;
	/** Height it has for itself, pixels. */
	readonly roomPx: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Tells whether the arrows that begin at a height are bundled. A question of its block alone, so scrolling changes nothing. */
export function denseBlocks(
	layout: SequenceLayout,
	top: number,
	bottom: number
): (y: number) => boolean {
	const { ys, isShown, rows } = layout;
	const counts = new Map<number, number>();
	const first = Math.floor(Math.max(0, top - layout.gapPx) / blockPx) * blockPx;
	for (let row = firstAtLeast(ys, first); row < ys.length; row++) {
		const y = ys[row] ?? 0;
		if (y > bottom + blockPx) break;
		if (isShown[row] !== 1 || rows.arrowAt[row] === none) continue;
		const block = Math.floor(y / blockPx);
		counts.set(block, (counts.get(block) ?? 0) + 1);
	}
	return (y) => (counts.get(Math.floor(y / blockPx)) ?? 0) > 2 * arrowsMax;
}

export class Bundles {
	readonly #bins = new Map<number, Map<number, Mutable<Bundle>>>();

	add({ from, to, y1, flight, end }: Arrow): void {
		const bin = Math.floor(y1 / bundlePx);
		const pairs = this.#bins.get(bin) ?? new Map<number, Mutable<Bundle>>();
		this.#bins.set(bin, pairs);
		const pair = from * 4096 + to;
		const known = pairs.get(pair);
		const lost = end === 'lost' ? 1 : 0;
		if (known === undefined) {
			const seq = flight.sentSeq;
			const bundle = { from, to, y: 0, count: 1, lost, firstSeq: seq, lastSeq: seq, roomPx: 0 };
			pairs.set(pair, bundle);
		} else {
			known.count += 1;
			known.lost += lost;
			known.lastSeq = flight.sentSeq;
		}
	}

	/** Those of one bin lie below each other, from left to right. */
	list(): readonly Bundle[] {
		return [...this.#bins].flatMap(([bin, pairs]) => {
			const roomPx = bundlePx / pairs.size;
			return [...pairs]
				.sort(([a], [b]) => a - b)
				.map(([, bundle], place) => ({
					...bundle,
					y: bin * bundlePx + (place + 0.5) * roomPx,
					roomPx
				}));
		});
	}
}
