// A busy run on the built page, and how a benchmark opens it: fifty actors, as many messages in flight as are wanted.
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';

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
export function busyScenario(inFlight: number): object {
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

/** So many messages in flight make a run of some 100,000 events. */
export const inFlightLong = 1200;

/** Opens a scenario by a share link and waits until its run stands. */
export async function openRun(page: Page, scenario: object): Promise<void> {
	const text = deflateRawSync(JSON.stringify(scenario)).toString('base64url');
	// All figures one by one, no groups.
	await page.addInitScript(() => {
		const choices = [
			['clients sender.js', 'open'],
			['servers receiver.js', 'open'],
			['queues work-…', 'open']
		];
		localStorage.setItem('roundtrip:setting:stage-groups Frames', JSON.stringify(choices));
	});
	await page.goto(`./#/s/${text}`);
	await page.locator('[data-region="stage"][data-digest]').waitFor({ timeout: 180_000 });
}

/** Events of the run on the page. */
export async function eventsOf(page: Page): Promise<number> {
	return Number(await page.getByRole('slider', { name: 'Timeline' }).getAttribute('max'));
}
