// Runs actors on virtual time. Each actor is a pure step and a state that somebody holds (actor-holder.ts); the step's
// effects are carried out here. Promises and real time have no place in it.
import { actorKind, stepOf, type Effect, type LogicTable } from './actor.ts';
import { PlainHolder, XStateSystem, type ActorHolder } from './actor-holder.ts';
import { assert } from './assert.ts';
import { EventQueue, type Scheduled } from './event-queue.ts';
import type { ActorId, Cause, Recorded } from './events.ts';
import type { Micros } from './time.ts';

/** What an actor will be told. A `tell` effect is one, and waits as it is. */
interface Tell {
	readonly to: ActorId;
	readonly kind: string;
	readonly data: unknown;
}

/** What an actor will be told at a later time. */
interface LaterTell extends Tell {
	readonly cause: Cause;
	/** Set for cancellable ones: who asked, under which key. */
	readonly owner: ActorId | null;
	readonly key: string;
}

/** What was to be told, and how much later that would have been. */
export interface TakenBack {
	readonly inUs: Micros;
	readonly kind: string;
	readonly data: unknown;
	readonly cause: Cause;
}

export interface ActorSystemOptions {
	readonly logic: LogicTable;
	/** Actor kinds that come by the thousand: only their states are held. Other actors are XState's. */
	readonly plainKinds?: ReadonlySet<string>;
	/** Called with every event, in order, after the actor's step. */
	readonly record: (event: Recorded) => void;
	/** Called for `perform` effects, in order. */
	readonly perform: (actor: ActorId, what: string, data: unknown, cause: Cause) => void;
}

export class ActorSystem {
	readonly #options: ActorSystemOptions;
	readonly #actors = new Map<ActorId, ActorHolder>();
	readonly #xstate = new XStateSystem();
	readonly #agenda = new EventQueue<LaterTell>();
	readonly #keyed = new Map<ActorId, Map<string, Scheduled<LaterTell>>>();
	/** Waiting at the present instant, and, place by place, what caused it; places from start to end are taken. */
	readonly #mailbox: Tell[] = [];
	readonly #causes: Cause[] = [];
	#mailboxStart = 0;
	#mailboxEnd = 0;
	#now: Micros = 0;
	#nextSeq = 0;

	constructor(options: ActorSystemOptions) {
		this.#options = options;
	}

	get now(): Micros {
		return this.#now;
	}

	/** Events recorded so far: the next one's sequence number. */
	get length(): number {
		return this.#nextSeq;
	}

	/** The state an actor holds; undefined when there is none. */
	stateOf(actor: ActorId): unknown {
		return this.#actors.get(actor)?.state;
	}

	/** Tells an actor something at the present instant, behind what is already waiting. Runs nothing yet. */
	tell(to: ActorId, kind: string, data: unknown, cause: Cause): void {
		this.#wait({ to, kind, data }, cause);
	}

	/**
	 * Tells an actor something at a later time. With an owner and key it can be cancelled by that actor's effects. What an
	 * actor tells itself without a key (a link: that a message arrives) stays together where it falls on one instant.
	 */
	tellAt(
		at: Micros,
		to: ActorId,
		kind: string,
		data: unknown,
		cause: Cause,
		owner: ActorId | null = null,
		key = ''
	): void {
		assert(at >= this.#now, 'time does not run backwards', { at, now: this.#now });
		if (owner === null || key === '') {
			const series = owner === to ? to : '';
			this.#agenda.add(at, { to, kind, data, cause, owner: null, key: '' }, series);
			return;
		}
		this.#cancel(owner, key);
		const entry = this.#agenda.add(at, { to, kind, data, cause, owner, key });
		let keys = this.#keyed.get(owner);
		if (keys === undefined)
			this.#keyed.set(owner, (keys = new Map<string, Scheduled<LaterTell>>()));
		keys.set(key, entry);
	}

	/** Takes back what an owner would tell under a key, and gives it; undefined when nothing is waiting there. */
	takeBack(owner: ActorId, key: string): TakenBack | undefined {
		const entry = this.#keyed.get(owner)?.get(key);
		if (entry === undefined) return undefined;
		this.#cancel(owner, key);
		const { kind, data, cause } = entry.item;
		return { inUs: entry.at - this.#now, kind, data, cause };
	}

	/** What will be told next, without telling it; undefined when nothing is waiting. */
	peek():
		| { readonly at: Micros; readonly to: ActorId; readonly kind: string; readonly data: unknown }
		| undefined {
		const waiting = this.#waiting();
		if (waiting !== undefined) return { at: this.#now, ...waiting };
		const due = this.#agenda.peek();
		return due === undefined ? undefined : { at: due.at, ...due.item };
	}

	/** Time of the next event; undefined when nothing is waiting. Cheaper than `peek`. */
	nextAt(): Micros | undefined {
		return this.#mailboxStart < this.#mailboxEnd ? this.#now : this.#agenda.peek()?.at;
	}

	/** Kind of the next event. */
	nextKind(): string | undefined {
		return this.#waiting()?.kind ?? this.#agenda.peek()?.item.kind;
	}

	/** Takes the next event to its actor. False when nothing was waiting. */
	step(): boolean {
		const start = this.#mailboxStart;
		if (start < this.#mailboxEnd) {
			const isLast = start + 1 === this.#mailboxEnd;
			this.#mailboxStart = isLast ? 0 : start + 1;
			if (isLast) this.#mailboxEnd = 0;
			this.#deliver(this.#mailbox[start] as Tell, this.#causes[start] as Cause);
			return true;
		}
		const due = this.#agenda.take();
		if (due === undefined) return false;
		this.#now = due.at;
		if (due.item.owner !== null) this.#keyed.get(due.item.owner)?.delete(due.item.key);
		this.#deliver(due.item, due.item.cause);
		return true;
	}

	#waiting(): Tell | undefined {
		return this.#mailboxStart < this.#mailboxEnd ? this.#mailbox[this.#mailboxStart] : undefined;
	}

	#wait(tell: Tell, cause: Cause): void {
		const end = this.#mailboxEnd++;
		this.#mailbox[end] = tell;
		this.#causes[end] = cause;
	}

	#deliver(tell: Tell, cause: Cause): void {
		const recorded: Recorded = {
			seq: this.#nextSeq++,
			at: this.#now,
			actor: tell.to,
			cause,
			kind: tell.kind,
			data: tell.data
		};
		const actor = this.#actors.get(tell.to) ?? this.#spawn(tell.to);
		const effects = actor.take(recorded);
		if (actor.state === undefined) {
			actor.stop();
			this.#actors.delete(tell.to);
		}
		this.#options.record(recorded);
		for (const effect of effects) this.#carryOut(tell.to, effect, recorded.seq);
	}

	#spawn(id: ActorId): ActorHolder {
		const { logic, plainKinds } = this.#options;
		const step = stepOf(logic, id);
		const isPlain = plainKinds?.has(actorKind(id)) === true;
		const actor = isPlain ? new PlainHolder(step) : this.#xstate.hold(id, step);
		this.#actors.set(id, actor);
		return actor;
	}

	#carryOut(actor: ActorId, effect: Effect, cause: Cause): void {
		switch (effect.type) {
			case 'tell':
				this.#wait(effect, cause);
				return;
			case 'after':
				this.tellAt(
					this.#now + effect.delayUs,
					effect.to,
					effect.kind,
					effect.data,
					cause,
					actor,
					effect.key
				);
				return;
			case 'cancel':
				this.#cancel(actor, effect.key);
				return;
			case 'perform':
				this.#options.perform(actor, effect.what, effect.data, cause);
		}
	}

	#cancel(owner: ActorId, key: string): void {
		const keys = this.#keyed.get(owner);
		if (keys === undefined) return;
		if (key === '*') {
			for (const entry of keys.values()) entry.cancelled = true;
			keys.clear();
			return;
		}
		const entry = keys.get(key);
		if (entry === undefined) return;
		entry.cancelled = true;
		keys.delete(key);
	}
}
