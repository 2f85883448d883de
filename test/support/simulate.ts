// Computes runs in tests with the real sandbox: one boot image for the whole test file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { guestImage } from 'virtual:guest-image';
import { createSandbox, type Sandbox } from '#sandbox';
import type { Scenario } from '#scenario';
import { runScenario, type Run } from '#simulation';

let sandbox: Sandbox | undefined;

/** The sandbox with the guest libraries loaded. */
export function testSandbox(): Sandbox {
	sandbox ??= createSandbox({
		wasm: new WebAssembly.Module(
			readFileSync(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'))
		),
		image: guestImage
	});
	return sandbox;
}

/** A scenario from files and processes, with links of 200 us unless told otherwise. */
export function scenarioOf(
	files: Scenario['files'],
	processes: Scenario['processes'],
	rest: Partial<Scenario> = {}
): Scenario {
	return { version: 1, files, processes, links: { latencyMs: 0.2 }, durationMs: 5000, ...rest };
}

/** The whole run of a scenario. */
export async function simulate(scenario: Scenario): Promise<Run> {
	return runScenario(scenario, { sandbox: testSandbox() });
}
