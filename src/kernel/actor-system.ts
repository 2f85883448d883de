// Runs actors on virtual time. Each actor is an XState actor whose logic is a pure step: XState keeps its state and its
// place in one system on our clock, the step's effects come back here. Promises and real time have no place in it.
import {
	createActor,
	fromTransition,
	type ActorLogic,
	type ActorRefFromLogic,
	type AnyActorRef,
	type Snapshot
} from 'xstate';
import {
	actorKind,
	noEffects,
	stepOf,
	type AnyStep,
	type Effect,
	type LogicTable
} from './actor.ts';
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

/** XState's event for every tell; one object for all of them, as an actor is done with it when `send` returns. */
interface Told {
	readonly type: 'told';
	recorded: Recorded | undefined;
}

/** XState's own word to an actor that is taken away. */
interface Stopped {
	readonly type: 'xstate.stop';
}

export interface ActorSystemOptions {
	readonly logic: LogicTable;
	/** Called with every event, in order, after the actor's step. */
	readonly record: (event: Recorded) => void;
	/** Called for `perform` effects, in order. */
	readonly perform: (actor: ActorId, what: string, data: unknown, cause: Cause) => void;
}

/** The parent of all actors: XState lets nobody else stop a child. */
const rootLogic = fromTransition<
	null,
	{ readonly type: 'stop'; readonly child: AnyActorRef },
	never,
	undefined
>((state, event, scope) => {
	scope.stopChild(event.child);
	return state;
}, null);

/** What the last step made, or how it failed: XState would report a throw on a later task, we want it here. */
interface Outcome {
	effects: readonly Effect[];
	failure: Error | undefined;
}

/** XState's snapshot of one of our actors: always active, and the actor's state. */
class Held {
	readonly status = 'active';
	readonly output = undefined;
	readonly error = undefined;
	readonly state: unknown;

	constructor(state: unknown) {
		this.state = state;
	}
}

type StepLogic = ActorLogic<Held & Snapshot<undefined>, Told | Stopped>;

const unborn = new Held(undefined);

/** Logic as XState's `fromTransition` would make it, without the copy of the snapshot with each event. */
function logicOf(step: AnyStep, outcome: Outcome): StepLogic {
	return {
		transition: (held, told) => {
			if (told.type !== 'told' || told.recorded === undefined) return held;
			try {
				const made = step(held.state, told.recorded);
				outcome.effects = made.effects;
				return made.state === held.state ? held : new Held(made.state);
			} catch (failure) {
				outcome.failure = failure instanceof Error ? failure : new Error(String(failure));
				return held;
			}
		},
		getInitialSnapshot: () => unborn,
		getPersistedSnapshot: (held) => held
	};
}

type ActorOfSystem = ActorRefFromLogic<StepLogic>;

export class ActorSystem {
	readonly #options: ActorSystemOptions;
	readonly #actors = new Map<ActorId, ActorOfSystem>();
	readonly #agenda = new EventQueue<LaterTell>();
	readonly #keyed = new Map<ActorId, Map<string, Scheduled<LaterTell>>>();
	readonly #root: ActorRefFromLogic<typeof rootLogic>;
	/** Waiting at the present instant, and, place by place, what caused it; places from start to end are taken. */
	readonly #mailbox: Tell[] = [];
	readonly #causes: Cause[] = [];
	#mailboxStart = 0;
	#mailboxEnd = 0;
	readonly #outcome: Outcome = { effects: noEffects, failure: undefined };
	readonly #told: Told = { type: 'told', recorded: undefined };
	/** Logic by actor kind. */
	readonly #logics = new Map<string, StepLogic>();
	#now: Micros = 0;
	#nextSeq = 0;

	constructor(options: ActorSystemOptions) {
		this.#options = options;
		this.#root = createActor(rootLogic, {
			id: 'roundtrip',
			clock: {
				setTimeout: () =>
					assert(false, 'actors ask for delays by effects, not by the XState clock'),
				clearTimeout: () => undefined
			}
		});
		this.#root.start();
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
		return this.#actors.get(actor)?.getSnapshot().state;
	}

	/** Tells an actor something at the present instant, behind what is already waiting. Runs nothing yet. */
	tell(to: ActorId, kind: string, data: unknown, cause: Cause): void {
		this.#wait({ to, kind, data }, cause);
	}

	/** Tells an actor something at a later time. With an owner and key it can be cancelled by that actor's effects. */
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
			this.#agenda.add(at, { to, kind, data, cause, owner: null, key: '' });
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
		const outcome = this.#outcome;
		this.#told.recorded = recorded;
		actor.send(this.#told);
		if (outcome.failure !== undefined) throw outcome.failure;
		const effects = outcome.effects;
		outcome.effects = noEffects;
		if (actor.getSnapshot().state === undefined) this.#remove(tell.to, actor);
		this.#options.record(recorded);
		for (const effect of effects) this.#carryOut(tell.to, effect, recorded.seq);
	}

	#spawn(id: ActorId): ActorOfSystem {
		const actor = createActor(this.#logicFor(id), { id, parent: this.#root });
		actor.start();
		this.#actors.set(id, actor);
		return actor;
	}

	#logicFor(id: ActorId): StepLogic {
		const kind = actorKind(id);
		let logic = this.#logics.get(kind);
		if (logic === undefined) {
			logic = logicOf(stepOf(this.#options.logic, id), this.#outcome);
			this.#logics.set(kind, logic);
		}
		return logic;
	}

	#remove(id: ActorId, actor: ActorOfSystem): void {
		this.#root.send({ type: 'stop', child: actor });
		this.#actors.delete(id);
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
