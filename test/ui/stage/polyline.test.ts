import { expect, test } from 'vitest';
import {
	pointAt,
	polyline,
	roundedPath,
	withoutStraights
} from '../../../src/ui/stage/polyline.ts';

const corner = [
	{ x: 0, y: 0 },
	{ x: 100, y: 0 },
	{ x: 100, y: 50 }
];

test('a point moves at constant speed, round corners too', () => {
	const line = polyline(corner);
	expect(line.length).toBe(150);
	expect(pointAt(line, 0)).toEqual({ x: 0, y: 0 });
	expect(pointAt(line, 0.5)).toEqual({ x: 75, y: 0 });
	expect(pointAt(line, 0.8)).toEqual({ x: 100, y: 20 });
	expect(pointAt(line, 1)).toEqual({ x: 100, y: 50 });
	expect(pointAt(line, 7)).toEqual({ x: 100, y: 50 });
});

test('corners are rounded by at most half of the shorter side', () => {
	expect(roundedPath(corner, 10)).toBe('M0 0L90 0Q100 0 100 10L100 50');
	expect(roundedPath(corner, 80)).toBe('M0 0L50 0Q100 0 100 25L100 50');
});

test('points on a straight stretch are left out', () => {
	expect(withoutStraights([{ x: 0, y: 0 }, { x: 8, y: 0 }, ...corner.slice(1)])).toEqual(corner);
});
