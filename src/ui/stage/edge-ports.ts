// Where lines may leave and enter a figure or group: cards on the sides that face each other, queues at head and tail,
// exchanges where there is room. Pure.
import type { Anchor } from './anchors.ts';
import type { Port, Rect } from './edge-router.ts';
import type { Direction } from './placed.ts';
import type { Point } from './polyline.ts';
import type { StageEdge } from './stage-graph.ts';

type Side = Port['side'];

/** The tube's middle, from the top of a queue's figure: where lines meet it. */
const tubeMiddle = 32;
/** The hexagon's middle, from the top of an exchange's figure. */
const hexagonMiddle = 24;
/** Distance between two ports of a card. */
const portStep = 16;

/** Ports a line may leave a figure by. */
export function portsOut(
	from: Anchor,
	to: Anchor,
	line: StageEdge,
	direction: Direction
): readonly Port[] {
	switch (from.kind) {
		case 'queue':
			if (line.kind === 'dead') {
				const tail = from.head === 'left' ? 'right' : 'left';
				if (direction === 'down') return [...sidePorts(from, tail), ...sidePorts(from, 'bottom')];
				return [...sidePorts(from, 'top'), ...sidePorts(from, 'bottom')];
			}
			return sidePorts(from, from.head);
		case 'exchange':
			if (line.kind === 'consume') return sidePorts(from, 'left');
			if (direction === 'across') return sidePorts(from, 'right');
			return sidePorts(from, 'bottom');
		case 'process':
			return sidePorts(from, facing(from, to, direction));
	}
}

/** Ports a line may enter a figure by. */
export function portsIn(
	to: Anchor,
	from: Anchor,
	line: StageEdge,
	direction: Direction
): readonly Port[] {
	switch (to.kind) {
		case 'queue':
			if (direction === 'down') return sidePorts(to, 'top');
			return sidePorts(to, to.head === 'left' ? 'right' : 'left');
		case 'exchange': {
			if (line.kind === 'dead' && direction === 'across') {
				return [...sidePorts(to, 'top'), ...sidePorts(to, 'bottom')];
			}
			const isFromBefore = direction === 'across' ? from.x < to.x : from.y < to.y;
			if (line.kind === 'publish' && isFromBefore) {
				return sidePorts(to, direction === 'across' ? 'left' : 'top');
			}
			if (direction === 'across') return [...sidePorts(to, 'top'), ...sidePorts(to, 'right')];
			return [...sidePorts(to, 'left'), ...sidePorts(to, 'right')];
		}
		case 'process':
			return sidePorts(to, facing(to, from, direction));
	}
}

/** A connection straight from the middle of a card to the broker's wall. */
export function doorway(from: Anchor, broker: Rect, direction: Direction): readonly Point[] {
	if (direction === 'across') {
		const y = from.y + from.height / 2;
		const isBefore = from.x < broker.x;
		return [
			{ x: isBefore ? from.x + from.width : from.x, y },
			{ x: isBefore ? broker.x : broker.x + broker.width, y }
		];
	}
	const x = from.x + from.width / 2;
	const isBefore = from.y < broker.y;
	return [
		{ x, y: isBefore ? from.y + from.height : from.y },
		{ x, y: isBefore ? broker.y : broker.y + broker.height }
	];
}

/** Ports for a connection that has to go round something: out of the card, and all along the wall. */
export function doorPorts(
	from: Anchor,
	broker: Rect,
	direction: Direction
): [readonly Port[], readonly Port[]] {
	const out = sidePorts(from, facing(from, broker, direction));
	const isBefore = direction === 'across' ? from.x < broker.x : from.y < broker.y;
	const wall: Port[] = [];
	if (direction === 'across') {
		const x = isBefore ? broker.x : broker.x + broker.width;
		const side = isBefore ? 'left' : 'right';
		for (let y = 32; y < broker.height - 16; y += 32) wall.push({ x, y: broker.y + y, side });
	} else {
		const y = isBefore ? broker.y : broker.y + broker.height;
		const side = isBefore ? 'top' : 'bottom';
		for (let x = 32; x < broker.width - 16; x += 32) wall.push({ x: broker.x + x, y, side });
	}
	return [out, wall];
}

/** Does a straight line pass through a figure? */
export function isPast([a, b]: readonly Point[], figure: Rect): boolean {
	if (a === undefined || b === undefined) return false;
	return (
		Math.min(a.x, b.x) < figure.x + figure.width &&
		Math.max(a.x, b.x) > figure.x &&
		Math.min(a.y, b.y) < figure.y + figure.height &&
		Math.max(a.y, b.y) > figure.y
	);
}

function sidePorts(rect: Anchor, side: Side): readonly Port[] {
	const { kind } = rect;
	const middle = kind === 'queue' ? tubeMiddle : hexagonMiddle;
	if (side === 'left' || side === 'right') {
		const x = side === 'left' ? rect.x : rect.x + rect.width;
		if (kind !== 'process') return [{ x, y: rect.y + middle, side }];
		return steps(rect.height).map((y) => ({ x, y: rect.y + y, side }));
	}
	const y = side === 'top' ? rect.y : rect.y + rect.height;
	if (kind !== 'process') return [{ x: rect.x + rect.width / 2, y, side }];
	return steps(rect.width).map((x) => ({ x: rect.x + x, y, side }));
}

/** Distances of the ports from the corner, along a side of a card. */
function steps(length: number): readonly number[] {
	const places: number[] = [];
	for (let place = portStep; place <= length - portStep; place += portStep) places.push(place);
	return places;
}

/** The side of a figure that faces another one; figures of one layer meet on the far side. */
function facing(rect: Rect, other: Rect, direction: Direction): Side {
	if (direction === 'across') {
		if (other.x > rect.x + rect.width / 2) return 'right';
		return other.x + other.width < rect.x + rect.width / 2 ? 'left' : 'right';
	}
	if (other.y > rect.y + rect.height / 2) return 'bottom';
	return other.y + other.height < rect.y + rect.height / 2 ? 'top' : 'bottom';
}
