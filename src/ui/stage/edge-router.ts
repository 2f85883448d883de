// Finds orthogonal ways for the lines of the stage on a grid: never through a figure, few bends, apart from each other.
// A* over cells; lines routed earlier make their cells dearer, not forbidden. Pure; same input, same lines.
import { withoutStraights, type Point } from './polyline.ts';

export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A point on a figure's edge where a line may begin or end, and the way out of the figure. */
export interface Port {
	readonly x: number;
	readonly y: number;
	readonly side: 'left' | 'right' | 'top' | 'bottom';
}

/** Grid step in drawing units; figures and ports stand on it. */
export const gridStep = 8;
const bendCost = 5;
const crossCost = 6;
const shareCost = 14;
const nearCost = 1.5;
/** Crossing the wall of a box once is cheap, running along it is not. */
const wallCost = 4;
/** A step along a line of the same trunk; the least a step can cost. */
const trunkCost = 0.5;
/** A port that is taken already. */
const portCost = 10;

const right = 0;
const down = 1;
const left = 2;
const up = 3;
const stepX = [1, 0, -1, 0] as const;
const stepY = [0, 1, 0, -1] as const;
const outward = { right, bottom: down, left, top: up } as const;

export class EdgeRouter {
	readonly #columns: number;
	readonly #rows: number;
	/** 1: inside a figure; 2: beside one; 3: on the wall of a box. */
	readonly #blocked: Uint8Array;
	/** Lines through a cell: bit 0 level, bit 1 upright. */
	readonly #used: Uint8Array;
	/** Lines taken by each port, and the trunk they belong to. */
	readonly #ports = new Map<number, { count: number; readonly trunk: string }>();
	/** Cells of each trunk: lines that begin or end together share their way. */
	readonly #trunks = new Map<string, Set<number>>();

	/**
	 * @param obstacles figures, on the grid, inside width and height
	 * @param boxes titled boxes: lines may cross their walls but do not run along them
	 */
	constructor(
		width: number,
		height: number,
		obstacles: readonly Rect[],
		boxes: readonly Rect[] = []
	) {
		this.#columns = Math.ceil(width / gridStep) + 1;
		this.#rows = Math.ceil(height / gridStep) + 1;
		this.#blocked = new Uint8Array(this.#columns * this.#rows);
		this.#used = new Uint8Array(this.#columns * this.#rows);
		for (const box of boxes) this.#wall(box);
		for (const rect of obstacles) this.#block(rect, 2, 2);
		for (const rect of obstacles) this.#block(rect, 0, 1);
	}

	/**
	 * The way from one of the ports of a figure to one of another's; a straight line when there is none.
	 * @param trunk lines of the same name may run on top of each other
	 */
	route(from: readonly Port[], to: readonly Port[], trunk: string): readonly Point[] {
		const found = this.#search(from, to, trunk);
		if (found === null) return straight(from, to);
		const points = withoutStraights(found.map((cell) => this.#point(cell)));
		this.#occupy(found, trunk);
		return points;
	}

	#block(rect: Rect, around: number, value: number): void {
		const x0 = Math.floor(rect.x / gridStep) - around;
		const x1 = Math.ceil((rect.x + rect.width) / gridStep) + around;
		const y0 = Math.floor(rect.y / gridStep) - around;
		const y1 = Math.ceil((rect.y + rect.height) / gridStep) + around;
		for (let y = Math.max(y0, 0); y <= Math.min(y1, this.#rows - 1); y++) {
			for (let x = Math.max(x0, 0); x <= Math.min(x1, this.#columns - 1); x++) {
				this.#blocked[y * this.#columns + x] = value;
			}
		}
	}

	#wall({ x, y, width, height }: Rect): void {
		this.#block({ x, y, width, height: 0 }, 0, 3);
		this.#block({ x, y: y + height, width, height: 0 }, 0, 3);
		this.#block({ x, y, width: 0, height }, 0, 3);
		this.#block({ x: x + width, y, width: 0, height }, 0, 3);
	}

	#cell(port: Port): number {
		return Math.round(port.y / gridStep) * this.#columns + Math.round(port.x / gridStep);
	}

	#point(cell: number): Point {
		return {
			x: (cell % this.#columns) * gridStep,
			y: Math.floor(cell / this.#columns) * gridStep
		};
	}

	#portCost(cell: number, trunk: string): number {
		const taken = this.#ports.get(cell);
		return taken === undefined || taken.trunk === trunk ? 0 : taken.count * portCost;
	}

	/** Cells from the first port to the last, or null. */
	#search(from: readonly Port[], to: readonly Port[], trunk: string): number[] | null {
		const shared = this.#trunks.get(trunk);
		const size = this.#columns * this.#rows;
		const cost = new Float64Array(size * 4).fill(Infinity);
		const before = new Int32Array(size * 4).fill(-1);
		const heap = new MinHeap();
		const goals = new Map<number, number>();
		for (const port of to) goals.set(this.#cell(port), (outward[port.side] + 2) % 4);
		const [goalX, goalY] = this.#middle(to);
		for (const port of from) {
			const state = this.#cell(port) * 4 + outward[port.side];
			cost[state] = this.#portCost(this.#cell(port), trunk);
			heap.push(state, cost[state] ?? 0);
		}
		for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
			const cell = state >> 2;
			const direction = state & 3;
			if (goals.get(cell) === direction) return cells(before, state);
			const x = cell % this.#columns;
			const y = (cell - x) / this.#columns;
			for (let next = 0; next < 4; next++) {
				if (next === (direction + 2) % 4) continue;
				const nx = x + (stepX[next] ?? 0);
				const ny = y + (stepY[next] ?? 0);
				if (nx < 0 || ny < 0 || nx >= this.#columns || ny >= this.#rows) continue;
				const nextCell = ny * this.#columns + nx;
				const isGoal = goals.get(nextCell) === next;
				if (this.#blocked[nextCell] === 1 && !isGoal) continue;
				const price =
					(cost[state] ?? 0) +
					(next === direction ? 0 : bendCost) +
					(shared?.has(nextCell) === true ? trunkCost : 1 + this.#price(nextCell, next)) +
					(isGoal ? this.#portCost(nextCell, trunk) : 0);
				const nextState = nextCell * 4 + next;
				if (price >= (cost[nextState] ?? 0)) continue;
				cost[nextState] = price;
				before[nextState] = state;
				heap.push(
					nextState,
					price + trunkCost * Math.max(Math.abs(nx - goalX) + Math.abs(ny - goalY) - 24, 0)
				);
			}
		}
		return null;
	}

	#price(cell: number, direction: number): number {
		const used = this.#used[cell] ?? 0;
		const isLevel = direction === right || direction === left;
		const own = isLevel ? 1 : 2;
		const blocked = this.#blocked[cell];
		let price = blocked === 2 ? nearCost : blocked === 3 ? wallCost : 0;
		if ((used & own) !== 0) price += shareCost;
		if ((used & ~own) !== 0) price += crossCost;
		return price;
	}

	#middle(ports: readonly Port[]): [number, number] {
		const count = Math.max(ports.length, 1);
		const x = ports.reduce((sum, port) => sum + port.x, 0) / count / gridStep;
		const y = ports.reduce((sum, port) => sum + port.y, 0) / count / gridStep;
		return [x, y];
	}

	#occupy(path: readonly number[], trunk: string): void {
		const shared = this.#trunks.get(trunk) ?? new Set();
		this.#trunks.set(trunk, shared);
		for (const cell of path) shared.add(cell);
		path.forEach((cell, index) => {
			const other = path[index + 1] ?? path[index - 1] ?? cell;
			const isLevel = Math.abs(other - cell) === 1;
			this.#used[cell] = (this.#used[cell] ?? 0) | (isLevel ? 1 : 2);
		});
		for (const cell of [path[0], path.at(-1)]) {
			if (cell === undefined) continue;
			const taken = this.#ports.get(cell);
			if (taken === undefined) this.#ports.set(cell, { count: 1, trunk });
			else taken.count += 1;
		}
	}
}

/** The nearest position on the grid. */
export function snapToGrid(value: number): number {
	return Math.round(value / gridStep) * gridStep;
}

function cells(before: Int32Array, last: number): number[] {
	const path: number[] = [];
	for (let state = last; state >= 0; state = before[state] ?? -1) path.push(state >> 2);
	return path.reverse();
}

function straight(from: readonly Port[], to: readonly Port[]): readonly Point[] {
	const a = from[0];
	const b = to[0];
	return a === undefined || b === undefined ? [] : [a, b];
}

/** A binary heap of numbers by price; ties come out in the order they went in. */
class MinHeap {
	readonly #items: { readonly value: number; readonly price: number; readonly order: number }[] =
		[];
	#count = 0;

	push(value: number, price: number): void {
		const items = this.#items;
		items.push({ value, price, order: this.#count++ });
		let index = items.length - 1;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!this.#isBefore(index, parent)) break;
			this.#swap(index, parent);
			index = parent;
		}
	}

	pop(): number | undefined {
		const items = this.#items;
		const top = items[0];
		const last = items.pop();
		if (top === undefined || last === undefined) return undefined;
		if (items.length > 0) {
			items[0] = last;
			this.#sink();
		}
		return top.value;
	}

	#sink(): void {
		let index = 0;
		for (;;) {
			let least = index;
			for (const child of [2 * index + 1, 2 * index + 2]) {
				if (child < this.#items.length && this.#isBefore(child, least)) least = child;
			}
			if (least === index) return;
			this.#swap(index, least);
			index = least;
		}
	}

	#isBefore(a: number, b: number): boolean {
		const left = this.#items[a];
		const right = this.#items[b];
		if (left === undefined || right === undefined) return false;
		return left.price < right.price || (left.price === right.price && left.order < right.order);
	}

	#swap(a: number, b: number): void {
		const items = this.#items;
		const left = items[a];
		const right = items[b];
		if (left === undefined || right === undefined) return;
		items[a] = right;
		items[b] = left;
	}
}
