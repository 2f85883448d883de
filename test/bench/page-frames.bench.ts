// Frame times of the built page in a real Chromium while a run plays: fifty processes shown one by one, messages in flight.
// `npm run bench` runs it behind its own table; by itself: npx playwright test --config test/bench/page.config.ts
import { deflateRawSync } from 'node:zlib';
import { test, type CDPSession, type Page } from '@playwright/test';

/** Milliseconds a frame may take at most, at the 95th percentile: sixty a second. */
const budgetMs = 16.7;
/** How long is measured, milliseconds. */
const measuredMs = 5000;
const senders = 24;
/** One way, milliseconds: long, so that many are under way at once. */
const latencyMs = 2000;
/** A message is under way twice: to the broker and from it. */
const hops = 2;

const sender = `const amqp = require('amqplib');
const [queue, everyMs, count] = process.argv.slice(2);
async function main() {
  const channel = await (await amqp.connect('amqp://localhost')).createChannel();
  let sent = 0;
  const timer = setInterval(() => {
    channel.sendToQueue(queue, Buffer.from('message ' + ++sent));
    if (sent >= Number(count)) clearInterval(timer);
  }, Number(everyMs));
}
main();
`;
const receiver = `const amqp = require('amqplib');
const [queue] = process.argv.slice(2);
async function main() {
  const channel = await (await amqp.connect('amqp://localhost')).createChannel();
  await channel.assertQueue(queue);
  await channel.consume(queue, () => {}, { noAck: true });
}
main();
`;

/** Twenty-four programs that send, as many that receive, a queue for each pair: with the broker's queues over fifty actors. */
function scenario(inFlight: number): object {
	const everyMs = (senders * latencyMs * hops) / inFlight;
	const count = Math.ceil((20 * latencyMs) / everyMs);
	const processes = Array.from({ length: senders }, (_, index) => {
		const queue = `work-${String(index + 1)}`;
		return [
			{
				name: `receiver-${String(index + 1)}`,
				file: 'receiver.js',
				args: [queue],
				role: 'server'
			},
			{
				name: `sender-${String(index + 1)}`,
				file: 'sender.js',
				args: [queue, String(everyMs), String(count)],
				startAt: 10_000 + index,
				role: 'client'
			}
		];
	}).flat();
	return {
		version: 1,
		title: 'Frames',
		files: { 'sender.js': sender, 'receiver.js': receiver },
		processes,
		links: { latencyMs },
		durationMs: 60_000
	};
}

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

function percentile(values: readonly number[], part: number): string {
	const sorted = values.toSorted((a, b) => a - b);
	return (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN).toFixed(1);
}

const cases = [200, 500, 2000].flatMap((inFlight) =>
	['stage and sequence diagram', 'stage alone'].map((pane) => ({ inFlight, pane }))
);

for (const { inFlight, pane } of cases) {
	test(`frames with over fifty actors and ${String(inFlight)} messages in flight, ${pane}`, async ({
		page
	}) => {
		const text = deflateRawSync(JSON.stringify(scenario(inFlight))).toString('base64url');
		await page.addInitScript(() => {
			const choices = [
				['clients sender.js', 'open'],
				['servers receiver.js', 'open'],
				['queues work-…', 'open']
			];
			localStorage.setItem('roundtrip:setting:stage-groups Frames', JSON.stringify(choices));
		});
		await page.goto(`./#/s/${text}`);
		await page.locator('[data-region="stage"][data-digest]').waitFor({ timeout: 120_000 });
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
		const p95 = percentile(intervals, 0.95);
		console.log(
			`frames, 51 actors, ${String(inFlight)} in flight: p50 ${percentile(intervals, 0.5)} ms, p95 ${p95} ms, ` +
				`p99 ${percentile(intervals, 0.99)} ms (budget p95 ${String(budgetMs)} ms); main thread p50 ` +
				`${percentile(work, 0.5)} ms, p95 ${percentile(work, 0.95)} ms, of its own ${ownMs.toFixed(1)} ms a frame; ` +
				`${pane}; ${String(intervals.length)} frames`
		);
	});
}
