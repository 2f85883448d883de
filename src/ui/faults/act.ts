// Does something to the run, under the words undo will use for it.
import type { Intervention } from '#scenario';
import type { PageState } from '../state/index.ts';
import { faultWords } from '../text/faults.ts';

/** @param fromMs what the person did after this is given up; default: the intervention's time */
export function act({ workspace }: PageState, intervention: Intervention, fromMs?: number): void {
	workspace.intervene(intervention, labelOf(intervention), fromMs);
}

/** `Kill rpc_server_1 (12.00 ms)`. */
export function labelOf(intervention: Intervention): string {
	const words = faultWords.now;
	return `${words.deed(intervention)} (${words.at(intervention.at)})`;
}
