// How much each server of a run had to do: time it computed, time it had a call or a message in hand, how many it got.
// Read from the events alone, one by one.
import type { QueueState } from '#broker';
import { actorName, type Micros } from '#kernel';
import { traceIndex, type EventList, type TraceEvent } from '#trace';
import type { ActorId } from '#kernel/events';

export interface ServerLoad {
	readonly name: string;
	/** Virtual time it computed, and was alive, microseconds. */
	readonly busyUs: Micros;
	readonly aliveUs: Micros;
	/**
	 * Virtual time in which it had something to do, whether it computed or waited for something itself: a call without
	 * an answer, a message without an acknowledgement. Microseconds.
	 */
	readonly workUs: Micros;
	/** Calls that it got. */
	readonly calls: number;
	/** Messages that queues delivered to it, requests of calls too. */
	readonly messages: number;
}

interface ServerSoFar {
	busyUs: Micros;
	aliveUs: Micros;
	workUs: Micros;
	/** Since when it lives, and has something in hand; null when not. */
	since: Micros | null;
	workSince: Micros | null;
	/** Calls, and queues with how many of their messages. */
	readonly inHand: Map<ActorId, number>;
	calls: number;
	messages: number;
}

export class ServerLoads {
	readonly #servers = new Map<string, ServerSoFar>();
	readonly #servedBy = new Map<ActorId, string>();
	/** Per queue: how many of its messages each process has in hand. */
	readonly #held = new Map<ActorId, ReadonlyMap<string, number>>();
	readonly #unacked = new Map<ActorId, unknown>();

	take(event: TraceEvent, trace: EventList): void {
		switch (event.kind) {
			case 'process.started':
				if (event.data.role !== 'server' || event.data.serverType === 'master') return;
				this.#start(actorName(event.actor), event.at);
				return;
			case 'process.exited':
			case 'process.killed':
				this.#end(actorName(event.actor), event.at);
				return;
			case 'turn.ended': {
				const server = this.#servers.get(actorName(event.actor));
				if (server === undefined || event.cause < 0) return;
				server.busyUs += event.at - trace.event(event.cause).at;
				return;
			}
			case 'queue.delivered': {
				const server = this.#servers.get(traceIndex(trace).client(event.actor) ?? '');
				if (server !== undefined) server.messages += 1;
				return;
			}
			case 'call.received':
				this.#serve(event.actor, event.data.server);
				this.#hold(event.data.server, event.actor, 1, event.at);
				return;
			case 'call.answered':
				if (event.data.server !== null) this.#serve(event.actor, event.data.server);
				this.#letGo(event.actor, event.at);
				return;
			case 'call.replied':
			case 'call.orphaned':
				this.#letGo(event.actor, event.at);
				return;
			default:
		}
	}

	/** What a queue holds after an event. */
	follow({ actor, at }: TraceEvent, state: QueueState | undefined, trace: EventList): void {
		const unacked = state?.unacked;
		if (this.#unacked.get(actor) === unacked) return;
		this.#unacked.set(actor, unacked);
		const index = traceIndex(trace);
		const held = new Map<string, number>();
		for (const { channel } of unacked?.values() ?? []) {
			const client = index.client(channel);
			if (client !== undefined) held.set(client, (held.get(client) ?? 0) + 1);
		}
		for (const name of this.#held.get(actor)?.keys() ?? []) {
			if (!held.has(name)) this.#hold(name, actor, 0, at);
		}
		for (const [name, count] of held) this.#hold(name, actor, count, at);
		this.#held.set(actor, held);
	}

	result(endUs: Micros): readonly ServerLoad[] {
		return [...this.#servers].map(([name, server]) => ({
			name,
			busyUs: server.busyUs,
			aliveUs: server.aliveUs + (server.since === null ? 0 : endUs - server.since),
			workUs: server.workUs + (server.workSince === null ? 0 : endUs - server.workSince),
			calls: server.calls,
			messages: server.messages
		}));
	}

	#start(name: string, at: Micros): void {
		const known = this.#servers.get(name);
		if (known !== undefined) {
			known.since ??= at;
			return;
		}
		this.#servers.set(name, {
			busyUs: 0,
			aliveUs: 0,
			workUs: 0,
			since: at,
			workSince: null,
			inHand: new Map(),
			calls: 0,
			messages: 0
		});
	}

	#end(name: string, at: Micros): void {
		const server = this.#servers.get(name);
		if (server === undefined || server.since === null) return;
		for (const what of [...server.inHand.keys()]) this.#hold(name, what, 0, at);
		server.aliveUs += at - server.since;
		server.since = null;
	}

	/** A call counts once for whoever had it first. */
	#serve(call: ActorId, server: string): void {
		if (this.#servedBy.has(call)) return;
		this.#servedBy.set(call, server);
		const known = this.#servers.get(server);
		if (known !== undefined) known.calls += 1;
	}

	#letGo(call: ActorId, at: Micros): void {
		for (const [name, { inHand }] of this.#servers) {
			if (inHand.has(call)) this.#hold(name, call, 0, at);
		}
	}

	/** A server has so many pieces of work of one kind in hand now. */
	#hold(name: string, what: ActorId, count: number, at: Micros): void {
		const server = this.#servers.get(name);
		if (server === undefined || server.since === null) return;
		if (count === 0) server.inHand.delete(what);
		else server.inHand.set(what, count);
		if (server.inHand.size > 0) server.workSince ??= at;
		else if (server.workSince !== null) {
			server.workUs += at - server.workSince;
			server.workSince = null;
		}
	}
}
