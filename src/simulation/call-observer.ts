// Sees every recorded event and tells the pending-call actors what it means for them. The protocols' own notions of
// request and reply are in amqp-calls.ts and pomelo-calls.ts; this file owns the table and the ends of processes.
import { actorName, type ActorSystem } from '#kernel';
import type { ActorId, Cause } from '#kernel/events';
import { CallTable, type CallEvent, type CallProtocol, type OpenCall } from '#rpc';
import type { TraceEvent } from '#trace';
import { AmqpCalls } from './amqp-calls.ts';
import { PomeloCalls } from './pomelo-calls.ts';

type StrayReply = Extract<CallEvent, { kind: 'call.stray-reply' }>['data'];

/** What the protocol sides use to say what happened to a call. */
export class CallDesk {
	readonly table = new CallTable();
	readonly #system: ActorSystem;

	constructor(system: ActorSystem) {
		this.#system = system;
	}

	/** Opens a call under (address, key). */
	start(
		protocol: CallProtocol,
		caller: string,
		target: string,
		address: string,
		key: string,
		cause: Cause
	): OpenCall {
		const call = this.table.open(protocol, caller, address, key);
		const data = { number: call.number, protocol, caller, target, key };
		this.#tell(call, { kind: 'call.started', data }, cause);
		return call;
	}

	/** The request reached a process. */
	received(call: OpenCall, server: string, cause: Cause): void {
		this.#tell(call, { kind: 'call.received', data: { server } }, cause);
	}

	/** A server sent the reply. */
	replied(call: OpenCall, server: string, cause: Cause): void {
		if (call.status !== 'waiting') return;
		this.#tell(call, { kind: 'call.replied', data: { server } }, cause);
	}

	/** The reply reached the caller. */
	answered(call: OpenCall, server: string | null, cause: Cause): void {
		this.table.end(call, 'answered');
		this.#tell(call, { kind: 'call.answered', data: { server } }, cause);
	}

	/** The caller will not get an answer in time. A caller that learns this of an orphaned call has its fate corrected. */
	timedOut(call: OpenCall, why: string, cause: Cause): void {
		if (call.status === 'answered' || call.status === 'timed out') return;
		this.table.end(call, 'timed out');
		this.#tell(call, { kind: 'call.timed-out', data: { why } }, cause);
	}

	/** Nobody can answer any more. */
	orphaned(call: OpenCall, why: string, cause: Cause): void {
		if (call.status !== 'waiting') return;
		this.table.end(call, 'orphaned');
		this.#tell(call, { kind: 'call.orphaned', data: { why } }, cause);
	}

	/** A reply that no waiting call wants. */
	stray(call: OpenCall | undefined, data: Omit<StrayReply, 'why'>, cause: Cause): void {
		const why =
			call === undefined
				? 'unknown'
				: call.status === 'answered'
					? 'answered already'
					: 'timed out already';
		this.#system.tell('call:stray', 'call.stray-reply', { ...data, why }, cause);
	}

	#tell(call: OpenCall, event: CallEvent, cause: Cause): void {
		const actor: ActorId = `call:${String(call.number)}`;
		this.#system.tell(actor, event.kind, event.data, cause);
	}
}

export class CallObserver {
	readonly #desk: CallDesk;
	readonly #amqp: AmqpCalls;
	readonly #pomelo: PomeloCalls;

	constructor(system: ActorSystem, events: readonly TraceEvent[]) {
		this.#desk = new CallDesk(system);
		this.#amqp = new AmqpCalls(system, this.#desk, events);
		this.#pomelo = new PomeloCalls(system, this.#desk);
	}

	/** Looks at an event that has just been recorded. */
	watch(event: TraceEvent): void {
		switch (event.kind) {
			case 'process.exited':
			case 'process.killed':
				this.#processEnded(actorName(event.actor), event.seq);
				return;
			case 'process.note':
				this.#pomelo.watch(event);
				return;
			case 'link.sent':
			case 'link.delivered':
				if (!this.#pomelo.watch(event)) this.#amqp.watch(event);
				return;
			default:
				this.#amqp.watch(event);
		}
	}

	#processEnded(name: string, cause: Cause): void {
		const { table } = this.#desk;
		for (const call of table.heldBy(name)) {
			if (call.isRedelivered) table.hold(call, null, true);
			else this.#desk.orphaned(call, `${name} ended with the request in its hands`, cause);
		}
		for (const call of table.madeBy(name)) {
			this.#desk.orphaned(call, `${name}, which asked, is gone`, cause);
		}
	}
}
