// What a guest asked for in a turn, as effects on the simulated machine. The operations come in the guest's order and
// take effect in it. Nothing here trusts the guest's numbers: unknown sockets and timers are ignored.
import { tell, type Effect } from '#kernel';
import type { ActorId, Payload } from '#kernel/events';
import type { GuestOperation } from './events.ts';
import { processDraft, type ProcessState } from './process.ts';
import { addSocket, hangUp, removeSocket } from './process-sockets.ts';
import { armTimer, clearTimer, refTimer } from './process-timers.ts';

const network: ActorId = 'network:main';

export interface Applied {
	readonly state: ProcessState;
	readonly effects: Effect[];
	/** The guest ended itself; operations after that are void. */
	readonly ended: boolean;
}

/**
 * Applies a turn's operations in order, up to the one that ends the process. What a Pomelo server sends in the turn it ends
 * in never leaves: its libraries compress and write in a later one. (amqplib's buffers are the guest's own affair.)
 * Source: recorded on Pomelo 2.2.7 (ws 1.1.1 with compression, mqtt-connection).
 */
export function applyOperations(
	before: ProcessState,
	operations: readonly GuestOperation[],
	self: ActorId
): Applied {
	const effects: Effect[] = [];
	let state = before;
	const isLost = state.serverType !== null && operations.some(isEnd);
	for (const operation of operations) {
		if (isLost && operation[0] === 'send') continue;
		if (isEnd(operation)) {
			effects.push(tell(self, 'process.exited', exitOf(operation)));
			return { state, effects, ended: true };
		}
		state = apply(state, operation, self, effects);
	}
	return { state, effects, ended: false };
}

function isEnd(operation: GuestOperation): boolean {
	return operation[0] === 'exit' || operation[0] === 'uncaught';
}

function exitOf(operation: GuestOperation) {
	if (operation[0] === 'exit') {
		return {
			code: operation[1] as number,
			reason: null,
			message: null,
			file: null,
			line: null,
			column: null
		};
	}
	const [, message, file, line, column] = operation as readonly [
		string,
		string,
		string,
		number,
		number
	];
	return { code: 1, reason: 'uncaught', message, file, line, column };
}

function apply(
	state: ProcessState,
	operation: GuestOperation,
	self: ActorId,
	effects: Effect[]
): ProcessState {
	switch (operation[0]) {
		case 'send': {
			const link = state.sockets.get(operation[1] as number)?.link;
			if (link === undefined || link === null) return state;
			effects.push(tell(link, 'link.sent', { payload: operation[2] as Payload }));
			return state;
		}
		case 'timer': {
			const [, timer, delayMs, repeats] = operation as readonly [string, number, number, boolean];
			return armTimer(state, timer, delayMs, repeats, self, effects);
		}
		case 'cleartimer':
			return clearTimer(state, operation[1] as number, effects);
		case 'reftimer':
			return refTimer(state, operation[1] as number, operation[2] as boolean);
		case 'immediate': {
			if (state.immediate) return state;
			const waits = processDraft(state);
			waits.immediate = true;
			effects.push({
				type: 'after',
				key: 'immediates',
				delayUs: 0,
				to: self,
				kind: 'process.delivery',
				data: { delivery: ['immediates'] }
			});
			return waits;
		}
		case 'print':
			effects.push(tell(self, 'process.output', { stream: operation[1], text: operation[2] }));
			return state;
		case 'note':
			effects.push(tell(self, 'process.note', { note: operation[1], json: operation[2] }));
			return state;
		default:
			return applySocket(state, operation, self, effects);
	}
}

function applySocket(
	state: ProcessState,
	operation: GuestOperation,
	self: ActorId,
	effects: Effect[]
): ProcessState {
	const number = operation[1] as number;
	switch (operation[0]) {
		case 'connect': {
			const [, socketId, host, port, protocol] = operation;
			effects.push(
				tell(network, 'network.connect', {
					from: self,
					node: state.name,
					socketId,
					host,
					port,
					protocol
				})
			);
			return addSocket(state, { socketId: number, link: null, keepsAlive: true });
		}
		case 'close': {
			const socket = state.sockets.get(number);
			if (socket === undefined) return state;
			if (socket.link !== null) effects.push(hangUp(socket.link));
			return removeSocket(state, socket);
		}
		case 'listen': {
			const [, , port, protocol] = operation;
			effects.push(
				tell(network, 'network.listen', { owner: self, node: state.name, port, protocol })
			);
			const listeners = new Map(state.listeners).set(port as number, true);
			return { ...state, listeners, aliveCount: state.aliveCount + 1 };
		}
		case 'unlisten': {
			if (!state.listeners.has(number)) return state;
			effects.push(tell(network, 'network.unlisten', { owner: self, port: number }));
			const listeners = new Map(state.listeners);
			listeners.delete(number);
			return { ...state, listeners, aliveCount: state.aliveCount - 1 };
		}
		case 'ref': {
			const socket = state.sockets.get(number);
			if (socket === undefined) return state;
			return addSocket(removeSocket(state, socket), {
				...socket,
				keepsAlive: operation[2] as boolean
			});
		}
		default:
			return state;
	}
}
