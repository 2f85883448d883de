// What the sequence diagram has rows for, read from a trace as it grows: both ends of each message, long turns, the lives of
// processes. Knows the order of things, no pixels: sequence-layout.ts gives each row its height. Pure but for its growth.
import {
	isShownAt,
	traceIndex,
	type DetailLevel,
	type EventList,
	type Flight,
	type TraceEvent
} from '#trace';
import type { Lifeline, LifelineRole } from './lifelines.ts';
import { continues, exchangeKindOf, type ProtocolExchange } from './protocol-exchange.ts';

/** A lifeline with what is known of it at this level. */
export interface RowLifeline extends Lifeline {
	/** It sends or gets a message that is shown. */
	speaks: boolean;
}

/** A message by its rows. */
export interface ArrowRows {
	readonly flight: Flight;
	/** Positions in `lifelines`. */
	readonly from: number;
	readonly to: number;
	readonly row: number;
	/** Row of its arrival or loss; -1 while under way. */
	lastRow: number;
	/** The exchange it is part of; null for none. */
	readonly exchange: ProtocolExchange | null;
}

/** A turn that took time. */
interface TurnRows {
	readonly row: number;
	readonly lastRow: number;
	/** Virtual microseconds. */
	readonly us: number;
}

/** One life of a process. */
interface LifeRows {
	readonly lifeline: number;
	readonly row: number;
	/** -1 while it runs. */
	lastRow: number;
	end: 'running' | 'exited' | 'failed';
}

/** No arrow, or no lifeline. */
export const none = -1;

export class SequenceRows {
	readonly #trace: EventList;
	readonly #level: DetailLevel;
	readonly #positions = new Map<string, number>();
	readonly #arrowOfFlight = new Map<number, ArrowRows>();
	readonly #openExchanges = new Map<number, ProtocolExchange>();
	/** A process to the row and number of the turn it may be in. */
	readonly #begun = new Map<string, { readonly seq: number; readonly row: number }>();
	readonly #lives = new Map<number, LifeRows>();
	#read = 0;

	readonly lifelines: RowLifeline[] = [];
	readonly arrows: ArrowRows[] = [];
	/** The long turns of each lifeline, one after the other. */
	readonly turns: TurnRows[][] = [];
	readonly lives: LifeRows[] = [];
	/** Event number and time of each row, ascending. */
	readonly seqs: number[] = [];
	readonly times: number[] = [];
	/** Index of the arrow that begins or ends there, or none. */
	readonly arrowAt: number[] = [];
	/** Index of the lifeline of another row, or none. */
	readonly lifelineAt: number[] = [];
	/** A turn's beginning is a row only if the turn takes time. */
	readonly isWanted: boolean[] = [];

	constructor(trace: EventList, level: DetailLevel) {
		this.#trace = trace;
		this.#level = level;
	}

	/** Events read so far. */
	get read(): number {
		return this.#read;
	}

	/** Reads on, to at most `length` events. */
	extend(length: number): void {
		for (; this.#read < Math.min(length, this.#trace.length); this.#read++) {
			this.#take(this.#trace.event(this.#read));
		}
	}

	#take(event: TraceEvent): void {
		switch (event.kind) {
			case 'link.sent':
				this.#send(event);
				return;
			case 'link.delivered':
			case 'link.dropped':
				this.#arrive(event);
				return;
			case 'process.started': {
				const role = event.data.serverType === 'master' ? 'master' : event.data.role;
				this.#begin(this.#lifeline(nameOf(event.actor), role), event);
				return;
			}
			case 'process.exited': {
				const isClean = event.data.reason === null && event.data.code === 0;
				this.#end(nameOf(event.actor), event, isClean ? 'exited' : 'failed');
				return;
			}
			case 'process.killed':
				this.#end(nameOf(event.actor), event, 'failed');
				return;
			case 'connection.accepted':
				if (!this.#positions.has('broker')) this.#begin(this.#lifeline('broker', 'broker'), event);
				return;
			case 'process.delivery':
			case 'turn.began':
				this.#begun.set(event.actor, {
					seq: event.seq,
					row: this.#addRow(event, none, this.#positions.get(nameOf(event.actor)) ?? none, false)
				});
				return;
			case 'turn.ended':
				this.#endTurn(event);
				return;
			default:
		}
	}

	#send(event: TraceEvent): void {
		const flight = traceIndex(this.#trace).flightOf(event.seq);
		if (flight === undefined || !isShownAt(this.#level, event)) return;
		const from = this.#speaker(flight.link.fromNode);
		const to = this.#speaker(flight.link.toNode);
		const row = this.#addRow(event, this.arrows.length, none, true);
		const exchange = this.#exchangeOf(flight, row);
		const arrow: ArrowRows = { flight, from, to, row, lastRow: none, exchange };
		this.#arrowOfFlight.set(event.seq, arrow);
		this.arrows.push(arrow);
	}

	#arrive(event: TraceEvent): void {
		const flight = traceIndex(this.#trace).flightOf(event.seq);
		const arrow = flight === undefined ? undefined : this.#arrowOfFlight.get(flight.sentSeq);
		if (flight === undefined || arrow === undefined || arrow.lastRow !== none) return;
		if (event.kind === 'link.dropped') return;
		const index = this.arrowAt[arrow.row] ?? none;
		arrow.lastRow = this.#addRow(event, index, none, true);
		if (arrow.exchange !== null) {
			arrow.exchange.lastRow = arrow.lastRow;
			arrow.exchange.lastAt = event.at;
		}
	}

	#exchangeOf(flight: Flight, row: number): ProtocolExchange | null {
		const { link, sentSeq, sentAt } = flight;
		const kind = exchangeKindOf(flight);
		const open = this.#openExchanges.get(link.socket);
		if (kind === null) {
			this.#openExchanges.delete(link.socket);
			return null;
		}
		if (open !== undefined && continues(open, kind, flight)) {
			open.count += 1;
			open.lastAt = sentAt;
			if (link.fromNode !== open.from) open.isAnswered = true;
			return open;
		}
		const exchange: ProtocolExchange = {
			sentSeq,
			kind,
			from: link.fromNode,
			count: 1,
			firstRow: row,
			lastRow: none,
			isAnswered: false,
			lastAt: sentAt
		};
		this.#openExchanges.set(link.socket, exchange);
		return exchange;
	}

	#endTurn(event: TraceEvent): void {
		const begun = this.#begun.get(event.actor);
		const lifeline = this.#positions.get(nameOf(event.actor));
		if (begun?.seq !== event.cause || lifeline === undefined) return;
		const us = event.at - this.#trace.event(begun.seq).at;
		if (us === 0) return;
		this.isWanted[begun.row] = true;
		const lastRow = this.#addRow(event, none, lifeline, true);
		this.turns[lifeline]?.push({ row: begun.row, lastRow, us });
	}

	#begin(lifeline: number, event: TraceEvent): void {
		const row = this.#addRow(event, none, lifeline, true);
		const life: LifeRows = { lifeline, row, lastRow: none, end: 'running' };
		this.#lives.set(lifeline, life);
		this.lives.push(life);
	}

	#end(node: string, event: TraceEvent, end: LifeRows['end']): void {
		const lifeline = this.#positions.get(node);
		const life = lifeline === undefined ? undefined : this.#lives.get(lifeline);
		if (lifeline === undefined || life?.end !== 'running') return;
		life.lastRow = this.#addRow(event, none, lifeline, true);
		life.end = end;
	}

	#speaker(node: string): number {
		const position = this.#lifeline(node, node === 'broker' ? 'broker' : 'client');
		const lifeline = this.lifelines[position];
		if (lifeline !== undefined) lifeline.speaks = true;
		return position;
	}

	#lifeline(node: string, role: LifelineRole): number {
		let position = this.#positions.get(node);
		if (position === undefined) {
			position = this.lifelines.length;
			this.#positions.set(node, position);
			this.lifelines.push({ node, role, speaks: false });
			this.turns.push([]);
		}
		return position;
	}

	#addRow(event: TraceEvent, arrow: number, lifeline: number, isWanted: boolean): number {
		this.seqs.push(event.seq);
		this.times.push(event.at);
		this.arrowAt.push(arrow);
		this.lifelineAt.push(lifeline);
		this.isWanted.push(isWanted);
		return this.seqs.length - 1;
	}
}

function nameOf(process: string): string {
	return process.slice('process:'.length);
}
