// The labels of lines: their text, the room they need, and where they stand: beside their own line, over the last stretch
// where it was made long enough for them, else along the longest stretch; never on a figure, another label or a line.
import { gridStep, type Rect } from './edge-router.ts';
import type { PlacedEdge, PlacedLabel } from './placed.ts';
import type { Point } from './polyline.ts';
import type { StageEdge } from './stage-graph.ts';
import type { Extent } from './view-transform.ts';

/** Binding keys shown before the rest becomes an ellipsis. */
const keysMax = 3;
/** Width of a letter of the code font at the label's size, drawing units. */
const letter = 7.4;
/** Chinese, Japanese and Korean letters, and their width. */
const wideLetters = /[\u2e80-\uffef]/g;
const wideLetter = 12;

/**
 * What a label says, piece by piece; `key` is the binding key of a piece, null for what stands between.
 * @param keys how many of its keys it names
 */
export function labelParts(
	{ labels }: StageEdge,
	keys: number
): readonly { readonly text: string; readonly key: string | null }[] {
	const parts = labels.slice(0, keys).map((key, place) => ({
		text: place === 0 ? key : `, ${key}`,
		key
	}));
	return labels.length > keys ? [...parts, { text: ' …', key: null }] : parts;
}

/** Width of a label's pill, drawing units; 0 without a label. */
export function labelWidth(edge: StageEdge, keys = keysMax): number {
	if (edge.labels.length === 0) return 0;
	const text = labelParts(edge, keys)
		.map((part) => part.text)
		.join('');
	const wide = text.match(wideLetters)?.length ?? 0;
	return text.length * letter + wide * (wideLetter - letter) + 16;
}

/** Room a labelled line needs before a queue it enters from the side, in whole steps of the grid; 0 without a label. */
export function labelRoom(edge: StageEdge): number {
	const width = labelWidth(edge);
	return width === 0 ? 0 : Math.ceil((width + 20) / gridStep) * gridStep;
}

/** Room a labelled line needs above a queue it enters from the top. */
export const labelRoomAbove = 40;
/** Height of a label's pill. */
export const labelHeight = 18;
/** Between a label and its line. */
const labelGap = 3;
/** Where along a stretch a label may stand, best first. */
const shares = [0.5, 0.3, 0.7, 0.15, 0.85] as const;

/** What labels keep clear of, and the drawing they stay in. */
export interface LabelGround {
	readonly figures: readonly Rect[];
	readonly size: Extent;
}

/** The same lines with a place for the label of each that has one; null where there is no room at all. Pure. */
export function withLabels(
	routes: ReadonlyMap<string, PlacedEdge>,
	{ figures, size }: LabelGround
): ReadonlyMap<string, PlacedEdge> {
	const labelled = new Map<string, PlacedEdge>();
	const taken: Rect[] = [...figures];
	const lines = [...routes].map(([id, { line }]) => ({ id, stretches: stretchesOf(line.points) }));
	for (const [id, { edge, line, ...route }] of routes) {
		const others = lines.flatMap((other) => (other.id === id ? [] : other.stretches));
		const isFree = (box: Rect): boolean =>
			isInside(box, size) && ![...taken, ...others].some((other) => overlap(box, other));
		const label = labelOf(edge, line.points, isFree);
		if (label !== null) taken.push(pill(label, label.width));
		labelled.set(id, { ...route, edge, line, label });
	}
	return labelled;
}

/** The label with all its keys where it finds a place so, else with fewer. */
function labelOf(
	edge: StageEdge,
	points: readonly Point[],
	isFree: (box: Rect) => boolean
): PlacedLabel | null {
	for (let keys = Math.min(edge.labels.length, keysMax); keys > 0; keys--) {
		const width = labelWidth(edge, keys);
		const at = labelPlace(points, width, isFree);
		if (at !== null) return { ...at, keys, width };
	}
	return null;
}

function pill({ x, y }: Point, width: number): Rect {
	return { x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight };
}

/** The first place beside the line that is free; else the first on it, where its pill interrupts the line. */
function labelPlace(
	points: readonly Point[],
	width: number,
	isFree: (box: Rect) => boolean
): Point | null {
	const own = stretchesOf(points);
	const isOff = (box: Rect): boolean => isFree(box) && !own.some((piece) => overlap(box, piece));
	const stretches = own.toSorted((a, b) => b.width + b.height - (a.width + a.height));
	const beside = [
		...besideEnd(points, width),
		...stretches.flatMap((piece) => besideStretch(piece, width))
	];
	return (
		beside.find((point) => isOff(pill(point, width))) ??
		stretches.flatMap(alongStretch).find((point) => isFree(pill(point, width))) ??
		null
	);
}

/** Over the last stretch of a line just before its arrow, then under it; beside it where it is upright. */
function besideEnd(points: readonly Point[], width: number): readonly Point[] {
	const [before, last] = points.slice(-2);
	if (before === undefined || last === undefined) return [];
	if (before.y === last.y) {
		const back = Math.sign(before.x - last.x);
		const x = last.x + back * (width / 2 + 12);
		return Math.abs(last.x - before.x) < width + 12 ? [] : overAndUnder({ x, y: last.y });
	}
	const y = last.y + Math.sign(before.y - last.y) * 20;
	return Math.abs(last.y - before.y) < labelRoomAbove - 8
		? []
		: leftAndRight({ x: last.x, y }, width);
}

function besideStretch(stretch: Rect, labelled: number): readonly Point[] {
	const isLevel = stretch.width >= stretch.height;
	return alongStretch(stretch).flatMap((on) =>
		isLevel ? overAndUnder(on) : leftAndRight(on, labelled)
	);
}

function alongStretch({ x, y, width, height }: Rect): readonly Point[] {
	return shares.map((share) => ({ x: x + width * share, y: y + height * share }));
}

function overAndUnder({ x, y }: Point): readonly Point[] {
	return [-1, 1].map((side) => ({ x, y: y + side * (labelHeight / 2 + labelGap) }));
}

function leftAndRight({ x, y }: Point, width: number): readonly Point[] {
	return [1, -1].map((side) => ({ x: x + side * (width / 2 + labelGap), y }));
}

/** The straight pieces of a line as flat boxes. */
function stretchesOf(points: readonly Point[]): Rect[] {
	return points.slice(1).map((b, index) => {
		const a = points[index] ?? b;
		return {
			x: Math.min(a.x, b.x),
			y: Math.min(a.y, b.y),
			width: Math.abs(b.x - a.x),
			height: Math.abs(b.y - a.y)
		};
	});
}

function isInside({ x, y, width, height }: Rect, size: Extent): boolean {
	return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
}

function overlap(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
