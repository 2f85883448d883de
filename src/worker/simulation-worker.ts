// The worker: computes one run at a time and posts its events as they come. A run that must stop is stopped by ending
// the worker; `cancel` is for a run that lets itself be asked. Keeps no trace of its own beyond the simulation's.
import { guestImage } from 'virtual:guest-image';
import wasmUrl from 'quickjs-wasi/quickjs.wasm?url';
import { createSandbox } from '#sandbox';
import { Simulation } from '#simulation';
import { isPostDue, sliceAfter } from './post-rhythm.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

let current = -1;
/** Compiled while the page gets its first scenario ready. */
const wasm = WebAssembly.compileStreaming(fetch(new URL(wasmUrl, import.meta.url)));
const sandbox = createSandbox({
	wasm,
	image: guestImage,
	onLongTurn: (process) => {
		postSoFar(process);
	}
});

function post(message: FromWorker): void {
	self.postMessage(message);
}

/** Posts what is new of the run under way; `busyWith` names the process whose turn takes long. */
let postSoFar: (busyWith: string | null) => void = () => undefined;

async function compute({ run, scenario, untilMs }: Extract<ToWorker, { type: 'run' }>) {
	let simulation: Simulation | undefined;
	let posted = 0;
	let postedAt = performance.now();
	postSoFar = (busyWith) => {
		if (simulation === undefined || current !== run) return;
		const events = simulation.events.slice(posted);
		posted = simulation.events.length;
		postedAt = performance.now();
		if (events.length > 0) post({ type: 'events', run, events });
		post({ type: 'progress', run, virtualMs: simulation.now / 1000, events: posted, busyWith });
	};
	try {
		simulation = new Simulation(scenario, { sandbox, untilMs });
		while (current === run) {
			const isMore = await simulation.advance(sliceAfter(simulation.events.length));
			const sinceMs = performance.now() - postedAt;
			if (isMore && !isPostDue(simulation.events.length, posted, sinceMs)) continue;
			postSoFar(null);
			if (!isMore) break;
		}
		if (current === run) post({ type: 'finished', run, summary: simulation.summary() });
	} catch (error) {
		const message =
			error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
		const event = simulation?.events.length ?? 0;
		post({ type: 'failed', run, message, seed: scenario.seed ?? 1, event });
	} finally {
		// A run that was given up half way holds instances of the engine that the next one can use.
		simulation?.letGo();
		// What is posted holds the run, which the page has by now: two copies of a long one are one too many.
		if (current === run) postSoFar = () => undefined;
	}
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
	if (data.type === 'run') {
		current = data.run;
		void compute(data);
	} else if (data.run === current) current = -1;
};

void wasm.then(
	() => {
		post({ type: 'ready' });
	},
	() => undefined
);
