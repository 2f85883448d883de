// The events table tells the same story as the stage, in both example lessons: whoever only reads the rows up to the cursor
// knows which messages are under way, who runs and what waits in the queues. The rows are read as texts, as a screen reader
// would; the stage by what its figures and flights are made from.
import { describe, expect, test } from 'vitest';
import { builtIn } from '#lesson';
import {
	actorState,
	describeEvent,
	isShownAt,
	shortName,
	Trace,
	traceIndex,
	type World
} from '#trace';
import { brokerFigureName } from '../../../src/ui/stage/figure-name.ts';
import { flightsIn, flightsKnown } from '../../../src/ui/stage/flight-plan.ts';
import { processLook } from '../../../src/ui/stage/process-look.ts';
import { layoutStage } from '../../../src/ui/stage/stage-layout.ts';
import { StageTopology } from '../../../src/ui/stage/stage-topology.ts';
import { stageWords } from '../../../src/ui/text/stage.ts';
import { simulate } from '../../support/simulate.ts';

const words = stageWords.now;
const lessons = ['pomelo-first-call', 'amqp-correlation-id'];

/** What somebody knows who has read the rows so far. */
class Reader {
	/** `from > to: what`, once for each message under way. */
	readonly underWay: string[] = [];
	readonly running = new Set<string>();
	readonly queues = new Map<string, ToldQueue>();

	read(row: string): void {
		const sent = /^(\S+) sent (.+) to (\S+)\.$/s.exec(row);
		if (sent !== null) this.underWay.push(`${sent[1]} > ${sent[3]}: ${sent[2]}`);
		const received = /^(\S+) received (.+) from (\S+)\.$/s.exec(row);
		if (received !== null) {
			const at = this.underWay.indexOf(`${received[3]} > ${received[1]}: ${received[2]}`);
			expect(at, `${row} was sent before`).toBeGreaterThanOrEqual(0);
			this.underWay.splice(at, 1);
		}
		const starts = /^(\S+) starts( again)?: /.exec(row);
		if (starts?.[1] !== undefined) this.running.add(starts[1]);
		const ends = /^(\S+) (ends with exit code|is killed|is stopped|crashes)/.exec(row);
		if (ends?.[1] !== undefined) this.running.delete(ends[1]);
		const [, name, what] =
			/^The queue (.+?) ((?:takes|hands|forgets|loses) .+)\.$/s.exec(row) ?? [];
		if (name === undefined || what === undefined) return;
		const queue = this.queues.get(name) ?? { ready: 0, held: new Map() };
		this.queues.set(name, queue);
		readQueue(queue, what);
	}
}

/** A queue as its rows tell it. */
interface ToldQueue {
	ready: number;
	/** Who was handed messages, and how many of them were neither acknowledged nor came back. */
	readonly held: Map<string, number>;
}

function readQueue(queue: ToldQueue, what: string): void {
	if (what.startsWith('takes "')) queue.ready++;
	const handed = /^hands ".*" to (\S+)( again)?$/s.exec(what)?.[1];
	if (handed !== undefined) {
		queue.ready--;
		queue.held.set(handed, (queue.held.get(handed) ?? 0) + 1);
	}
	const [, count, holder] = /^forgets (\d+) messages? that (\S+) acknowledged$/.exec(what) ?? [];
	if (holder !== undefined) {
		queue.held.set(holder, (queue.held.get(holder) ?? 0) - Number(count));
	}
	const lost = /^loses (\S+): what it had not acknowledged comes back$/.exec(what)?.[1];
	if (lost !== undefined) {
		queue.ready += queue.held.get(lost) ?? 0;
		queue.held.delete(lost);
	}
}

describe.each(lessons)('the events table and the stage in %s', async (id) => {
	const lesson = builtIn.lesson(id);
	if (lesson === undefined) throw new Error(`there is no lesson ${id}`);
	const trace = new Trace();
	trace.append((await simulate(lesson.scenario)).events);
	const index = traceIndex(trace);
	const topology = new StageTopology(trace, words);
	topology.catchUp();
	const layout = layoutStage(topology.nodes, topology.edges);
	const scene = { trace, index, topology, layout, known: flightsKnown() };
	const machineOf = (actor: string) =>
		actor.startsWith('process:') ? actor.slice('process:'.length) : 'broker';

	/** Positions at which all that happens at one time has happened. */
	function* settled(): Generator<{ reader: Reader; world: World; at: string }> {
		const reader = new Reader();
		for (let seq = 0; seq < trace.length; seq++) {
			const event = trace.event(seq);
			// What only keeps a protocol going is told at a finer level, and drawn smaller.
			const isTravel = event.kind === 'link.sent' || event.kind === 'link.delivered';
			if (!isTravel || isShownAt('messages', event)) reader.read(describeEvent(event, index));
			const next = seq + 1 < trace.length ? trace.event(seq + 1) : undefined;
			if (next?.at === event.at) continue;
			yield { reader, world: trace.worldAt(seq + 1), at: `event ${String(seq + 1)}` };
		}
	}

	test('agree on every message under way: whose it is, for whom, and what it says', () => {
		let most = 0;
		for (const { reader, world, at } of settled()) {
			const drawn = flightsIn(world, scene).flatMap(({ sentSeq, from, to }) => {
				const event = trace.event(sentSeq);
				if (!isShownAt('messages', event)) return [];
				const says = /^\S+ sent (.+) to \S+\.$/s.exec(describeEvent(event, index))?.[1];
				return [`${machineOf(from)} > ${machineOf(to)}: ${says ?? 'nothing'}`];
			});
			expect(drawn.toSorted(), at).toEqual(reader.underWay.toSorted());
			most = Math.max(most, drawn.length);
		}
		expect(most).toBeGreaterThan(0);
	});

	test('agree on who runs', () => {
		const facts = {
			calls: { served: null, asked: [], overdue: 0 },
			turnTakesTime: false,
			held: []
		};
		for (const { reader, world, at } of settled()) {
			const alive = topology.nodes.flatMap(({ kind, name }) => {
				if (kind !== 'process') return [];
				const state = actorState(world, 'process', name);
				const { mood } = processLook(
					state,
					{ ...facts, startsAgain: false, hasCaught: false },
					words
				);
				return ['absent', 'failed', 'ended'].includes(mood) ? [] : [name];
			});
			expect(alive.toSorted(), at).toEqual([...reader.running].toSorted());
		}
	});

	test('agree on what waits in the queues and what is not acknowledged', () => {
		let most = 0;
		for (const { reader, world, at } of settled()) {
			for (const node of topology.nodes) {
				if (node.kind !== 'queue') continue;
				if (actorState(world, 'queue', node.name) === undefined) continue;
				const name = shortName(node.name);
				const owner = index.ownerOfQueue(node.name);
				const told = reader.queues.get(owner === undefined ? name : `${name} of ${owner}`);
				const held = [...(told?.held.values() ?? [])].reduce((sum, count) => sum + count, 0);
				// Of messages nobody has to acknowledge no row says that they are forgotten.
				const unacked = node.holders.length === 0 ? 0 : held;
				expect(brokerFigureName(node, world, words), at).toBe(
					words.queue(node.name, told?.ready ?? 0, unacked)
				);
				most = Math.max(most, held);
			}
		}
		expect(most > 0).toBe(id.startsWith('amqp-'));
	});
});
