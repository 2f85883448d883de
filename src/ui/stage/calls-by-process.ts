// Which calls each process serves and waits for, looked up at once for all figures. Pure.
import type { PendingCallState } from '#rpc';

export interface ProcessCalls {
	/** The call it is answering; null when it has none. */
	readonly served: PendingCallState | null;
	/** Calls it asked for and that are not answered, in order. */
	readonly asked: readonly PendingCallState[];
}

const none: ProcessCalls = { served: null, asked: [] };

export class CallsByProcess {
	readonly #served = new Map<string, PendingCallState>();
	readonly #asked = new Map<string, PendingCallState[]>();

	/** @param calls all calls of a world; only those that wait count */
	constructor(calls: readonly PendingCallState[]) {
		for (const call of calls) {
			if (call.status !== 'waiting') continue;
			const { server, caller } = call;
			if (server !== null && call.receivedAt !== null && call.repliedAt === null) {
				if (!this.#served.has(server)) this.#served.set(server, call);
			}
			const others = this.#asked.get(caller);
			if (others === undefined) this.#asked.set(caller, [call]);
			else others.push(call);
		}
	}

	of(process: string): ProcessCalls {
		const served = this.#served.get(process);
		const asked = this.#asked.get(process);
		if (served === undefined && asked === undefined) return none;
		return { served: served ?? null, asked: asked ?? [] };
	}
}
