// Which calls each process serves and waits for, looked up at once for all figures. Pure.
import type { PendingCallState } from '#rpc';

export interface ProcessCalls {
	/** The call it is answering; null when it has none. */
	readonly served: PendingCallState | null;
	/** Calls it asked for and that are not answered, in order. */
	readonly asked: readonly PendingCallState[];
	/** How many of these its own time has run out for: whether it waits for them still, nobody knows. */
	readonly overdue: number;
}

const none: ProcessCalls = { served: null, asked: [], overdue: 0 };

export class CallsByProcess {
	readonly #served = new Map<string, PendingCallState>();
	readonly #asked = new Map<string, PendingCallState[]>();
	readonly #isOver: (call: number) => boolean;

	/**
	 * @param calls all calls of a world; only those that wait count
	 * @param isOver has the caller's own time for this call run out?
	 */
	constructor(calls: readonly PendingCallState[], isOver: (call: number) => boolean) {
		this.#isOver = isOver;
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
		const overdue = asked?.filter(({ number }) => this.#isOver(number)).length ?? 0;
		return { served: served ?? null, asked: asked ?? [], overdue };
	}
}
