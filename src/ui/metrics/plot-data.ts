// Metrics as the charts take them: lines of steps brought to common times, bins as bars. Pure.
import { formatSpan } from '../shared/format-time.ts';
import type { PlotData, PlotSeries } from './plot.ts';
import { valueAt, type LatencyBin, type Steps } from './run-metrics.ts';

/** Points drawn at most: more would lie on each other. */
const pointsMax = 1500;

export interface NamedSteps {
	readonly name: string;
	readonly colour: string;
	readonly dash?: readonly number[];
	readonly steps: Steps;
}

/** Lines of steps over the virtual time since `zeroUs`, up to `endUs`. */
export function stepsData(lines: readonly NamedSteps[], zeroUs: number, endUs: number): PlotData {
	const times = commonTimes(
		lines.map(({ steps }) => steps),
		endUs
	);
	const series = lines.map(({ name, colour, dash, steps }): PlotSeries => ({
		name,
		colour,
		...(dash === undefined ? {} : { dash }),
		values: times.map((us) => valueAt(steps, us))
	}));
	const xs = times.map((us) => (us - zeroUs) / 1000);
	return {
		look: 'steps',
		xs,
		series,
		xWords: (x) => timeWords(x * 1000),
		xRange: [Math.min(xs[0] ?? 0, 0), Math.max((endUs - zeroUs) / 1000, 1)]
	};
}

/** How many calls took how long. */
export function binsData(bins: readonly LatencyBin[], name: string): PlotData {
	const first = bins[0];
	const last = bins.at(-1);
	return {
		look: 'bars',
		xs: bins.map(({ from }) => from / 1000),
		series: [
			{
				name,
				colour: '--accent', // An empty bin has no bar, not one of no height.
				values: bins.map(({ count }) => (count === 0 ? null : count))
			}
		],
		xWords: (x) => timeWords(x * 1000),
		xRange: [(first?.from ?? 0) / 1000, (last?.to ?? 1) / 1000]
	};
}

/** Every time at which a line changes, thinned to what can be seen; the end is always there. */
function commonTimes(lines: readonly Steps[], endUs: number): readonly number[] {
	const all = [...new Set(lines.flatMap(({ times }) => times))].sort((a, b) => a - b);
	const stride = Math.max(1, Math.ceil(all.length / pointsMax));
	const times = all.filter((_us, index) => index % stride === 0);
	if ((times.at(-1) ?? -1) < endUs) times.push(endUs);
	return times;
}

/** A time on an axis: short, with its unit. */
function timeWords(us: number): string {
	return us < 0 ? `−${formatSpan(-us)}` : formatSpan(us);
}
