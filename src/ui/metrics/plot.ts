// The door to uPlot: small charts of lines, steps and bars in the page's colours, with a line at the cursor. Nobody else imports it.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface PlotSeries {
	readonly name: string;
	/** A colour token of the page: `--accent`. */
	readonly colour: string;
	/** Dashes and gaps, pixels; none for a solid line. Colour is never the only sign. */
	readonly dash?: readonly number[];
	/** One value for each x; null where there is none. */
	readonly values: readonly (number | null)[];
}

export interface PlotData {
	readonly look: 'steps' | 'bars';
	/** Ascending. */
	readonly xs: readonly number[];
	readonly series: readonly PlotSeries[];
	/** An x in words, for the axis. */
	readonly xWords: (x: number) => string;
	/** Least and greatest x. */
	readonly xRange: readonly [least: number, greatest: number];
}

/** A chart on the page. */
export interface Plot {
	/** Moves the line of the cursor; null hides it. */
	mark(x: number | null): void;
	destroy(): void;
}

const fontPx = 11;

/**
 * Draws a chart into an element.
 *
 * @param onpick told the x that was clicked
 */
export function plot(
	host: HTMLElement,
	data: PlotData,
	width: number,
	height: number,
	onpick: ((x: number) => void) | null
): Plot {
	const colours = getComputedStyle(host);
	const colour = (token: string): string => colours.getPropertyValue(token).trim();
	const axis = {
		stroke: colour('--quiet'),
		font: `${String(fontPx)}px ${colour('--font-text')}`,
		grid: { stroke: colour('--hairline'), width: 1 },
		ticks: { stroke: colour('--hairline'), width: 1, size: 4 },
		gap: 4
	};
	const [least, greatest] = data.xRange;
	const line = document.createElement('div');
	line.className = 'plot-cursor';
	let marked: number | null = null;
	const place = (plotted: uPlot): void => {
		const isInside = marked !== null && marked >= least && marked <= greatest;
		line.hidden = !isInside;
		if (isInside && marked !== null) {
			line.style.transform = `translateX(${String(plotted.valToPos(marked, 'x'))}px)`;
		}
	};
	const chart = new uPlot(
		{
			width,
			height,
			legend: { show: false },
			cursor: {
				show: onpick !== null,
				y: false,
				points: { show: false },
				drag: { x: false, y: false }
			},
			padding: [8, 12, 0, 0],
			scales: {
				x: { time: false, range: () => [least, greatest] },
				y: { range: (_chart, _least, most) => [0, Math.max(1, most * 1.08)] }
			},
			axes: [
				{
					...axis,
					size: 24,
					space: 76,
					values: (_chart, splits) => splits.map(data.xWords)
				},
				{
					...axis,
					size: 36,
					space: 26,
					incrs: [
						1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000
					]
				}
			],
			series: [
				{},
				...data.series.map(({ name, colour: token, dash }) => ({
					label: name,
					stroke: colour(token),
					width: 1.75,
					points: { show: false },
					...(dash === undefined ? {} : { dash: [...dash] }),
					...(data.look === 'bars' ? { fill: colour(token), paths: bars() } : { paths: steps() })
				}))
			],
			// Its scales are known when it is drawn, not before.
			hooks: { draw: [place] }
		},
		[[...data.xs], ...data.series.map(({ values }) => [...values])],
		host
	);
	chart.over.append(line);
	if (onpick !== null) {
		chart.over.addEventListener('click', (event) => {
			onpick(chart.posToVal(event.clientX - chart.over.getBoundingClientRect().left, 'x'));
		});
	}
	return {
		mark(x) {
			marked = x;
			place(chart);
		},
		destroy() {
			chart.destroy();
		}
	};
}

function bars(): uPlot.Series.PathBuilder {
	const path = uPlot.paths.bars?.({ size: [0.9, 60], align: 1 });
	if (path === undefined) throw new Error('uPlot draws no bars');
	return path;
}

function steps(): uPlot.Series.PathBuilder {
	const path = uPlot.paths.stepped?.({ align: 1 });
	if (path === undefined) throw new Error('uPlot draws no steps');
	return path;
}
