// What a Pomelo server holds at the cursor, from the facts it told the trace: sessions, channels, the servers it sees, its
// running clocks, its router's last decisions. Pure; facts are read once per trace.
import { actorsOfKind, readFacts, type Trace, type World } from '#trace';
import type { ActorId } from '#kernel/events';

export interface SessionView {
	readonly id: string;
	/** Null while the session belongs to nobody. */
	readonly uid: string | null;
	/** What was pushed, e.g. `room: 'harbour'`. */
	readonly settings: readonly string[];
}

export interface ChannelView {
	readonly name: string;
	/** `uid through frontend`, in the order they joined. */
	readonly members: readonly string[];
}

/** A clock that runs: what happens when it is over is said by its kind. */
export interface Clock {
	readonly kind: 'rpc' | 'request' | 'heartbeat';
	readonly of: string;
	readonly startedAt: number;
	/** Virtual time, microseconds. */
	readonly endsAt: number;
}

export interface Decision {
	/** The event that tells of it. */
	readonly seq: number;
	readonly serverType: string;
	readonly method: string;
	readonly routeParam: string;
	readonly candidates: readonly string[];
	/** Null when the router gave no server. */
	readonly chosen: string | null;
	/** Which code decided, e.g. `app.route('time')`. */
	readonly by: string;
}

export interface PomeloServerView {
	readonly sessions: readonly SessionView[];
	readonly channels: readonly ChannelView[];
	/** Server type and ids in list order; null before the first list came. */
	readonly servers: readonly (readonly [serverType: string, ids: readonly string[]])[] | null;
	readonly clocks: readonly Clock[];
	/** Newest first. */
	readonly decisions: readonly Decision[];
}

type Facts = Readonly<Record<string, unknown>>;

interface Note {
	readonly seq: number;
	readonly at: number;
	readonly kind: string;
	readonly facts: Facts;
}

/** Decisions shown at most. */
const decisionsMax = 5;

const text = (value: unknown): string => (typeof value === 'string' ? value : String(value));
const textOrNull = (value: unknown): string | null =>
	value === null || value === undefined ? null : text(value);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** The decision a note tells of. */
export function decisionOf(seq: number, facts: Facts): Decision {
	return {
		seq,
		serverType: text(facts['serverType']),
		method: text(facts['method']),
		routeParam: text(facts['routeParam']),
		candidates: texts(facts['candidates']),
		chosen: textOrNull(facts['chosen']),
		by: text(facts['by'])
	};
}

class NotesOfTrace {
	readonly #trace: Trace;
	readonly #byActor = new Map<ActorId, Note[]>();
	#read = 0;

	constructor(trace: Trace) {
		this.#trace = trace;
	}

	/** The notes of a process, those of its last start before the cursor only. */
	of(actor: ActorId, cursor: number): readonly Note[] {
		const seqs = this.#trace.seqsOfKind('process.note');
		for (; this.#read < seqs.length; this.#read++) {
			const event = this.#trace.event(seqs[this.#read] ?? 0);
			if (event.kind !== 'process.note') continue;
			const notes = this.#byActor.get(event.actor) ?? [];
			const { note, json } = event.data;
			notes.push({ seq: event.seq, at: event.at, kind: note, facts: readFacts(json) });
			this.#byActor.set(event.actor, notes);
		}
		const started = this.#trace
			.seqsOfKind('process.started')
			.findLast((seq) => seq < cursor && this.#trace.event(seq).actor === actor);
		return (this.#byActor.get(actor) ?? []).filter(
			({ seq }) => seq < cursor && seq > (started ?? -1)
		);
	}
}

const notesOfTraces = new WeakMap<Trace, NotesOfTrace>();

function notesOf(trace: Trace, actor: ActorId, cursor: number): readonly Note[] {
	const known = notesOfTraces.get(trace) ?? new NotesOfTrace(trace);
	notesOfTraces.set(trace, known);
	return known.of(actor, cursor);
}

/** What the facts of one process come to. */
class ServerFold {
	readonly sessions = new Map<string, SessionView>();
	readonly channels = new Map<string, string[]>();
	readonly clocks = new Map<string, Clock>();
	readonly decisions: Decision[] = [];
	/** Microseconds a call to a server may take, by the server's id. */
	readonly rpcTimeoutUs = new Map<string, number>();
	servers: (readonly [string, readonly string[]])[] | null = null;

	take({ seq, at, kind, facts }: Note): void {
		switch (kind) {
			case 'pomelo.session':
				this.#session(facts);
				return;
			case 'pomelo.channel':
				this.#channel(facts);
				return;
			case 'pomelo.servers':
				this.servers = byType(texts(facts['ids']), texts(facts['serverTypes']));
				return;
			case 'pomelo.heartbeat': {
				const session = text(facts['session']);
				const endsAt = at + Number(facts['silenceMs']) * 1000;
				const of = `session ${session}`;
				this.clocks.set(of, { kind: 'heartbeat', of, startedAt: at, endsAt });
				return;
			}
			case 'pomelo.request-clock': {
				const key = `request ${text(facts['id'])}`;
				const of = text(facts['route']);
				const endsAt = at + Number(facts['timeoutMs']) * 1000;
				if (facts['event'] !== 'started') this.clocks.delete(key);
				else this.clocks.set(key, { kind: 'request', of, startedAt: at, endsAt });
				return;
			}
			case 'pomelo.rpc-clock':
				this.rpcTimeoutUs.set(text(facts['target']), Number(facts['timeoutMs']) * 1000);
				return;
			case 'pomelo.route-decided':
				this.decisions.push(decisionOf(seq, facts));
		}
	}

	#session(facts: Facts): void {
		const id = text(facts['id']);
		if (facts['event'] === 'closed') {
			this.sessions.delete(id);
			this.clocks.delete(`session ${id}`);
			return;
		}
		const before = this.sessions.get(id)?.settings ?? [];
		const settings = Array.isArray(facts['settings']) ? texts(facts['settings']) : before;
		this.sessions.set(id, { id, uid: textOrNull(facts['uid']), settings });
	}

	#channel(facts: Facts): void {
		const name = text(facts['channel']);
		const member = `${text(facts['uid'])} through ${text(facts['frontendId'])}`;
		const members = this.channels.get(name) ?? [];
		if (facts['event'] === 'destroy') this.channels.delete(name);
		else if (facts['event'] === 'add') this.channels.set(name, [...members, member]);
		else if (facts['event'] === 'leave') {
			const place = members.indexOf(member);
			this.channels.set(name, place < 0 ? members : members.toSpliced(place, 1));
		}
	}
}

/** Servers grouped by type, in the order the types were seen. */
function byType(ids: readonly string[], types: readonly string[]): [string, string[]][] {
	const groups = new Map<string, string[]>();
	ids.forEach((id, index) => {
		const type = types[index] ?? '';
		groups.set(type, [...(groups.get(type) ?? []), id]);
	});
	return [...groups];
}

/** The calls of a server that wait for their answers, as clocks. */
function rpcClocks(name: string, fold: ServerFold, world: World): Clock[] {
	const [anyUs] = fold.rpcTimeoutUs.values();
	if (anyUs === undefined) return [];
	return actorsOfKind(world, 'call').flatMap(({ state }): Clock[] => {
		if ('strays' in state || state.status !== 'waiting') return [];
		if (state.protocol !== 'pomelo' || state.caller !== name) return [];
		const { startedAt, server } = state;
		const endsAt = startedAt + (fold.rpcTimeoutUs.get(server ?? '') ?? anyUs);
		return [{ kind: 'rpc', of: `${state.target} (message ${state.key})`, startedAt, endsAt }];
	});
}

/** A server at the cursor; `actor` is its process. */
export function pomeloServerAt(trace: Trace, actor: ActorId, world: World): PomeloServerView {
	const fold = new ServerFold();
	for (const note of notesOf(trace, actor, world.cursor)) fold.take(note);
	const name = actor.slice(actor.indexOf(':') + 1);
	return {
		sessions: [...fold.sessions.values()],
		channels: [...fold.channels].map(([channel, members]) => ({ name: channel, members })),
		servers: fold.servers,
		clocks: [...rpcClocks(name, fold, world), ...fold.clocks.values()].filter(
			({ endsAt }) => endsAt > world.at
		),
		decisions: fold.decisions.slice(-decisionsMax).reverse()
	};
}
