// Frame times of the built page in a real Chromium while a run plays: fifty processes shown one by one, messages in flight.
// `npm run bench` runs it behind its own table; by itself: npx playwright test --config test/bench/page.config.ts
import { test, type CDPSession, type Page } from '@playwright/test';
import { busyScenario, openRun } from './busy-page.ts';
import { percentile, printRow } from './page-row.ts';

/** Milliseconds a frame may take at most, at the 95th percentile: sixty a second. */
const budgetMs = 16.7;
/** With more messages than this every other frame will do. */
const everyFrameInFlight = 500;
/** A frame later than this was left out, milliseconds. */
const lateMs = 1.5 * budgetMs;
/** How long is measured, milliseconds. */
const measuredMs = 5000;

interface Frames {
	/** From one frame to the next, milliseconds. */
	readonly intervals: readonly number[];
	/** What the main thread did for a frame: scripts, style, layout, painting; milliseconds. */
	readonly work: readonly number[];
}

/** Records frames while the page plays. Runs in the page. */
function record(page: Page): Promise<Frames> {
	return page.evaluate(
		async (durationMs) =>
			new Promise<Frames>((resolve) => {
				const intervals: number[] = [];
				const work: number[] = [];
				const channel = new MessageChannel();
				const startedMs = performance.now();
				let lastMs = 0;
				let frameMs = 0;
				channel.port1.onmessage = () => work.push(performance.now() - frameMs);
				const frame = (nowMs: number): void => {
					if (lastMs > 0) intervals.push(nowMs - lastMs);
					lastMs = nowMs;
					frameMs = performance.now();
					// A message posted here is taken after this frame was painted.
					channel.port2.postMessage(null);
					if (frameMs - startedMs < durationMs) requestAnimationFrame(frame);
					else resolve({ intervals, work });
				};
				requestAnimationFrame(frame);
			}),
		measuredMs
	);
}

/** Processor time of the page's main thread so far, milliseconds: what it is whatever else the machine does. */
async function processorMs(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

const cases = [200, 500, 2000].flatMap((inFlight) =>
	['stage and sequence diagram', 'stage alone'].map((pane) => ({ inFlight, pane }))
);

for (const { inFlight, pane } of cases) {
	test(`frames with over fifty actors and ${String(inFlight)} messages in flight, ${pane}`, async ({
		page
	}) => {
		await openRun(page, busyScenario(inFlight));
		await page.getByRole('button', { name: 'Play', exact: true }).click();
		if (pane === 'stage alone') {
			await page
				.getByRole('button', { name: /Diagrams/ })
				.first()
				.click();
		}
		// Handshakes and the first messages: until the air is full.
		await page.waitForTimeout(9000);
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable', { timeDomain: 'threadTicks' });
		const beforeMs = await processorMs(session);
		const { intervals, work } = await record(page);
		const ownMs = ((await processorMs(session)) - beforeMs) / intervals.length;
		const late = intervals.filter((interval) => interval > lateMs).length;
		const busy = (part: number): string => percentile(work, part).toFixed(1);
		printRow({
			what: `frame with 51 actors and ${String(inFlight)} messages in flight, ${pane}, p95`,
			value: percentile(intervals, 0.95),
			unit: 'ms',
			budget: inFlight <= everyFrameInFlight ? budgetMs : 2 * budgetMs,
			notes:
				`${String(late)} of ${String(intervals.length)} frames late, p50 ${percentile(intervals, 0.5).toFixed(1)} ms, ` +
				`p99 ${percentile(intervals, 0.99).toFixed(1)} ms; main thread of its own ${ownMs.toFixed(1)} ms a frame, ` +
				`drawing p50 ${busy(0.5)} ms, p95 ${busy(0.95)} ms`
		});
	});
}
