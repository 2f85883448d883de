// Which calls are open under which key: how a reply finds its call. A working index of the run, not a stage actor;
// it is rebuilt by running, never by the fold.
import type { CallProtocol, CallStatus } from './events.ts';

/** A call as the matching side knows it. */
export interface OpenCall {
	readonly number: number;
	readonly protocol: CallProtocol;
	readonly caller: string;
	/** Where replies go and what they carry: the protocol's own notion, e.g. a callback queue and a correlation id. */
	readonly address: string;
	readonly key: string;
	status: CallStatus;
	/** The process that has the request now; null while it is under way or waiting in a queue. */
	holder: string | null;
	/** The broker would hand the request to somebody else if the holder died. */
	isRedelivered: boolean;
}

export class CallTable {
	/** By address, then by key. */
	readonly #byKey = new Map<string, Map<string, OpenCall[]>>();
	readonly #waitingByCaller = new Map<string, Set<OpenCall>>();
	readonly #waitingByHolder = new Map<string, Set<OpenCall>>();
	#count = 0;

	/** Opens a call under (address, key) and numbers it. */
	open(protocol: CallProtocol, caller: string, address: string, key: string): OpenCall {
		this.#count += 1;
		const call: OpenCall = {
			number: this.#count,
			protocol,
			caller,
			address,
			key,
			status: 'waiting',
			holder: null,
			isRedelivered: true
		};
		let keys = this.#byKey.get(address);
		if (keys === undefined) this.#byKey.set(address, (keys = new Map<string, OpenCall[]>()));
		const same = keys.get(key);
		if (same === undefined) keys.set(key, [call]);
		else same.push(call);
		add(this.#waitingByCaller, caller, call);
		return call;
	}

	/** The oldest waiting call under a key, else the newest ended one, else undefined. */
	find(address: string, key: string): OpenCall | undefined {
		const calls = this.#byKey.get(address)?.get(key);
		if (calls === undefined) return undefined;
		if (calls.length === 1) return calls[0];
		return calls.find((call) => call.status === 'waiting') ?? calls[calls.length - 1];
	}

	/** The request is now with a process (or with none). */
	hold(call: OpenCall, holder: string | null, isRedelivered: boolean): void {
		if (call.holder !== null) this.#waitingByHolder.get(call.holder)?.delete(call);
		call.holder = holder;
		call.isRedelivered = isRedelivered;
		if (holder !== null && call.status === 'waiting') add(this.#waitingByHolder, holder, call);
	}

	/** The call has its fate. */
	end(call: OpenCall, status: Exclude<CallStatus, 'waiting'>): void {
		call.status = status;
		this.#waitingByCaller.get(call.caller)?.delete(call);
		if (call.holder !== null) this.#waitingByHolder.get(call.holder)?.delete(call);
	}

	/** Waiting calls whose request is with a process. */
	heldBy(process: string): readonly OpenCall[] {
		return [...(this.#waitingByHolder.get(process) ?? [])];
	}

	/** Waiting calls a process has made. */
	madeBy(process: string): readonly OpenCall[] {
		return [...(this.#waitingByCaller.get(process) ?? [])];
	}
}

function add(index: Map<string, Set<OpenCall>>, name: string, call: OpenCall): void {
	const set = index.get(name);
	if (set === undefined) index.set(name, new Set([call]));
	else set.add(call);
}
