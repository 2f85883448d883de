// More guests than instances of the engine: they share, and nothing in a run tells.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { guestImage } from 'virtual:guest-image';
import { expect, test } from 'vitest';
import { createSandbox } from '#sandbox';
import type { Scenario } from '#scenario';
import { runScenario } from '#simulation';
import { busyChat } from '../support/busy-chat.ts';
import { scenarioOf } from '../support/simulate.ts';

const wasm = new WebAssembly.Module(
	readFileSync(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'))
);

async function summaryOf(scenario: Scenario, instancesMax: number) {
	const sandbox = createSandbox({ wasm, image: guestImage, instancesMax });
	const { summary } = await runScenario(scenario, { sandbox });
	return { sandbox, summary };
}

async function expectSame(scenario: Scenario, instancesMax: number): Promise<void> {
	const { summary } = await summaryOf(scenario, instancesMax);
	expect(summary).toEqual((await summaryOf(scenario, Infinity)).summary);
}

/** Takes turns by timers, keeps more and more, and prints what depends on all that a process has of its own. */
const keeper = `
const [everyMs, bytes, rounds] = process.argv.slice(2).map(Number);
const kept = [];
process.on('exit', () => console.log('kept', kept.length, kept.at(-1)?.length));
const timer = setInterval(async () => {
	kept.push('x'.repeat(bytes) + kept.length);
	console.log(kept.length, Math.random(), Date.now(), await Promise.resolve(kept.at(-1).length));
	if (kept.length === rounds) clearInterval(timer);
}, everyMs);
`;

function keepers(sizes: readonly { everyMs: number; bytes: number; rounds: number }[]): Scenario {
	return scenarioOf(
		{ 'keeper.js': keeper },
		sizes.map(({ everyMs, bytes, rounds }, index) => ({
			name: `keeper-${String(index)}`,
			file: 'keeper.js',
			args: [everyMs, bytes, rounds].map(String),
			startAt: 3 * index
		}))
	);
}

test.each([1, 3])('a chat of twenty processes runs alike in %i instances', async (instancesMax) => {
	await expectSame(busyChat({ users: 12, rooms: 3, messages: 2 }), instancesMax);
});

test('an uncaught error, a limit, a kill and a restart are alike in shared instances', async () => {
	const files = {
		'keeper.js': keeper,
		'throw.js': "setTimeout(() => JSON.parse('{'), 40);",
		'loop.js': 'setTimeout(() => { for (;;); }, 20);',
		'module.mjs':
			"import { readFileSync } from 'node:fs'; console.log(readFileSync('loop.js', 'utf8'));",
		'deep.js': 'setTimeout(() => { const f = () => f(); f(); }, 30);'
	};
	const names = Object.keys(files);
	const processes = names.map((file) => ({
		name: file.split('.')[0] ?? '',
		file,
		args: ['9', '50', '8']
	}));
	const interventions = [
		{ do: 'kill', at: 30, process: 'keeper' },
		{ do: 'restart', at: 35, process: 'keeper' }
	] as const;
	await expectSame(
		scenarioOf(files, processes, { interventions, limits: { turnPollsMax: 20 } }),
		2
	);
});

test('guests whose memory has grown and others share instances', async () => {
	const small = { everyMs: 7, bytes: 10, rounds: 12 };
	const large = { everyMs: 5, bytes: 300_000, rounds: 12 };
	const scenario = keepers([small, large, large, small, large, small]);
	await expectSame(scenario, 2);
});

test('whatever the guests and the bound, the run is the same', async () => {
	const size = fc.record({
		everyMs: fc.integer({ min: 1, max: 9 }),
		bytes: fc.constantFrom(1, 1000, 100_000, 400_000),
		rounds: fc.integer({ min: 1, max: 12 })
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(size, { minLength: 2, maxLength: 7 }),
			fc.integer({ min: 1, max: 4 }),
			async (sizes, instancesMax) => {
				await expectSame(keepers(sizes), instancesMax);
			}
		),
		{ numRuns: 8 }
	);
});

test('instances of an ended run serve the next one', async () => {
	const scenario = keepers([{ everyMs: 3, bytes: 20, rounds: 4 }]);
	const { sandbox, summary } = await summaryOf(scenario, 1);
	expect((await runScenario(scenario, { sandbox })).summary).toEqual(summary);
});
