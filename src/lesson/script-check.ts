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
 * Reads a script's verdict from its run: `true` passes; text, or `{ because, seq }`, says what was seen instead. A script
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
		return { because: `checks/${file} itself failed: ${wrong ?? 'it said nothing'}`, seq: null };
	}
	const found: unknown = JSON.parse(last);
	if (found === true) return null;
	if (typeof found === 'string') return { because: found, seq: null };
	const { because, seq } = (found ?? {}) as { readonly because?: unknown; readonly seq?: unknown };
	if (typeof because === 'string') return { because, seq: typeof seq === 'number' ? seq : null };
	return { because: `checks/${file} gave ${last}, expected true or a reason`, seq: null };
}
