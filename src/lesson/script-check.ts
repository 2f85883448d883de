// Checks written as a program: it runs as a guest of a run of its own, is given the facts of the student's run and says
// what is wrong with it. The student's code is not in that run, so it cannot change what the script sees or says.
import type { Scenario } from '#scenario';
import type { EventList } from '#trace';
import type { Failure } from './assertion.ts';
import type { RunFacts } from './run-facts.ts';

/** Calls the script and prints its verdict as one line of JSON. */
const harness = `const check = require('./check.js');
const run = JSON.parse(require('fs').readFileSync(__dirname + '/run.json', 'utf8'));
Promise.resolve(check(run)).then((found) => console.log(JSON.stringify(found === undefined ? null : found)));
`;

/** The scenario in which a script judges a run. */
export function scriptScenario(source: string, facts: RunFacts): Scenario {
	return {
		version: 1,
		files: { 'main.js': harness, 'check.js': source, 'run.json': JSON.stringify(facts) },
		processes: [{ name: 'check', file: 'main.js' }],
		durationMs: 1000
	};
}

/**
 * Reads a script's verdict from its run: `true` passes; anything else says what was seen instead (see `saidBy`). A script
 * that fails itself is a failure that says so.
 */
export function scriptFailure(file: string, trace: EventList): Failure | null {
	let last: string | undefined;
	let wrong: string | undefined;
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.actor !== 'process:check') continue;
		if (event.kind === 'process.output' && event.data.stream === 'stdout') last = event.data.text;
		if (event.kind === 'process.exited' && event.data.reason !== null) {
			wrong = event.data.message ?? event.data.reason;
		}
	}
	if (wrong !== undefined || last === undefined) {
		return { because: { kind: 'script-failed', file, message: wrong ?? null }, seq: null };
	}
	const found: unknown = JSON.parse(last);
	if (found === true) return null;
	const unclear: Failure = { because: { kind: 'script-unclear', file, found: last }, seq: null };
	return saidBy(found) ?? unclear;
}

/**
 * What a script gave: a text, a text in several languages (`{ en, zh }`), or one of both as `because` with the number of the
 * event that shows it. Null when it is none of them.
 */
function saidBy(found: unknown): Failure | null {
	const { because = found, seq } = (found ?? {}) as { because?: unknown; seq?: unknown };
	const { en, zh } = (typeof because === 'string' ? { en: because } : (because ?? {})) as {
		en?: unknown;
		zh?: unknown;
	};
	if (typeof en !== 'string') return null;
	return {
		because: { kind: 'said', in: typeof zh === 'string' ? { en, zh } : { en } },
		seq: typeof seq === 'number' ? seq : null
	};
}
