// What in the Pomelo traffic is a call: requests and replies carry the same message id on the same socket. Calls between
// servers count when an application made them; the framework's own (forwarding, pushing) belong to the client's request.
import { actorName, type ActorSystem, type LinkState } from '#kernel';
import type { OpenCall } from '#rpc';
import type { TraceEvent } from '#trace';
import type { CallDesk } from './call-observer.ts';

type WireEvent = Extract<TraceEvent, { kind: 'link.sent' | 'link.delivered' }>;
type NoteEvent = Extract<TraceEvent, { kind: 'process.note' }>;

export class PomeloCalls {
	readonly #system: ActorSystem;
	readonly #desk: CallDesk;
	/** Calls between servers by caller, callee and message id, for the caller's clock. */
	readonly #rpcs = new Map<string, OpenCall>();

	constructor(system: ActorSystem, desk: CallDesk) {
		this.#system = system;
		this.#desk = desk;
	}

	/** Looks at an event; true when it was Pomelo's. */
	watch(event: WireEvent | NoteEvent): boolean {
		if (event.kind === 'process.note') return this.#note(event);
		const link = this.#system.stateOf(event.actor) as LinkState | undefined;
		if (link === undefined) return false;
		if (link.protocol === 'pomelo-rpc') this.#rpc(event, link);
		else if (link.protocol === 'pomelo-client') this.#client(event, link);
		else return false;
		return true;
	}

	#rpc(event: WireEvent, link: LinkState): void {
		const [word, id, namespace, ...path] = event.data.payload;
		const address = `rpc ${String(link.socket)}`;
		if (word === 'request') {
			if (namespace !== 'user') return;
			const target = path.slice(0, 3).join('.');
			this.#request(event, link, 'pomelo', target, address, String(id));
		} else if (word === 'reply') this.#reply(event, link, 'pomelo', address, String(id));
	}

	#client(event: WireEvent, link: LinkState): void {
		const [word, id, route] = event.data.payload;
		const address = `client ${String(link.socket)}`;
		if (word === 'request') {
			this.#request(event, link, 'pomelo-client', String(route), address, String(id));
		} else if (word === 'response') this.#reply(event, link, 'pomelo-client', address, String(id));
	}

	#request(
		event: WireEvent,
		link: LinkState,
		protocol: 'pomelo' | 'pomelo-client',
		target: string,
		address: string,
		key: string
	): void {
		if (event.kind === 'link.sent') {
			const call = this.#desk.start(protocol, link.fromNode, target, address, key, event.seq);
			this.#desk.table.hold(call, link.toNode, false);
			if (protocol === 'pomelo') this.#rpcs.set(rpcKey(link.fromNode, link.toNode, key), call);
			return;
		}
		const call = this.#desk.table.find(address, key);
		if (call !== undefined) this.#desk.received(call, link.toNode, event.seq);
	}

	#reply(
		event: WireEvent,
		link: LinkState,
		protocol: 'pomelo' | 'pomelo-client',
		address: string,
		key: string
	): void {
		const call = this.#desk.table.find(address, key);
		if (event.kind === 'link.sent') {
			if (call !== undefined) this.#desk.replied(call, link.fromNode, event.seq);
			return;
		}
		if (call?.status === 'waiting') this.#desk.answered(call, link.fromNode, event.seq);
		else if (call !== undefined) {
			const data = { protocol, key, receiver: link.toNode, from: link.fromNode };
			this.#desk.stray(call, data, event.seq);
		}
	}

	/** The framework tells which of its calls ran out of time: only it knows its clocks. */
	#note(event: NoteEvent): boolean {
		if (event.data.note !== 'pomelo.rpc-timeout') return false;
		const { target, id } = JSON.parse(event.data.json) as { target: string; id: number };
		const call = this.#rpcs.get(rpcKey(actorName(event.actor), target, String(id)));
		if (call !== undefined) this.#desk.timedOut(call, `no reply from ${target} in time`, event.seq);
		return true;
	}
}

function rpcKey(caller: string, callee: string, id: string): string {
	return `${caller}>${callee}#${id}`;
}
