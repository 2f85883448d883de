// Plays the guest's event loop in tests: carries frames between the guest's sockets and a fake broker until all is quiet.

import { drainJobs, takeOperations } from './fake-host.ts';
import type { GuestOp, WirePayload } from '../../../src/sandbox/turn-batch.ts';
import { beginImmediates, runNextImmediate } from '../../../src/guest/runtime/immediates.ts';
import {
	socketClosed,
	socketConnected,
	socketData,
	socketRefused
} from '../../../src/guest/runtime/sockets.ts';
import { runTurnEnd } from '../../../src/guest/runtime/turn-end.ts';
import type { FakeBroker } from './fake-broker.ts';

type Turn = () => void;

export class Play {
	readonly #broker: FakeBroker;
	#turns: Turn[] = [];
	/** Sockets the guest has closed. */
	readonly closed: number[] = [];
	/** Operations of each turn that asked for any. */
	readonly batches: GuestOp[][] = [];

	constructor(broker: FakeBroker) {
		this.#broker = broker;
	}

	/** Runs turns until nothing is left to do. */
	async untilQuiet(): Promise<void> {
		await this.#finishTurn();
		for (let turn = this.#turns.shift(); turn !== undefined; turn = this.#turns.shift()) {
			turn();
			await this.#finishTurn();
		}
	}

	/** The broker says something by itself. */
	async deliver(frame: WirePayload, socketId = 1): Promise<void> {
		this.#turns.push(() => {
			socketData(socketId, frame);
		});
		await this.untilQuiet();
	}

	/** The broker is gone. */
	async breakSocket(socketId = 1): Promise<void> {
		this.#turns.push(() => {
			socketClosed(socketId);
		});
		await this.untilQuiet();
	}

	async #finishTurn(): Promise<void> {
		do await drainJobs();
		while (runTurnEnd());
		const operations = takeOperations();
		if (operations.length > 0) this.batches.push(operations);
		for (const operation of operations) this.#carryOut(operation);
	}

	#carryOut(operation: GuestOp): void {
		switch (operation[0]) {
			case 'connect': {
				const [, id, , port] = operation;
				this.#turns.push(() => {
					if (port === 5672) socketConnected(id);
					else socketRefused(id, 'ECONNREFUSED');
				});
				return;
			}
			case 'send': {
				// hostSend spreads the payload behind the socket's number.
				const [, id, ...frame] = operation as unknown as [string, number, ...WirePayload];
				for (const answer of this.#broker.handle(frame)) {
					this.#turns.push(() => {
						socketData(id, answer);
					});
				}
				return;
			}
			case 'close':
				this.closed.push(operation[1]);
				return;
			case 'immediate':
				this.#turns.push(() => {
					beginImmediates();
					while (runNextImmediate());
				});
				return;
			default:
		}
	}
}
