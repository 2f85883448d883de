// So many machines for any number of guests. A browser gives out about a hundred WebAssembly memories, each of which
// reserves ten gigabytes of addresses; a cluster may have more processes. A guest keeps its machine until another one needs
// it and is then parked; as long as there are machines for all, nothing is ever copied.

import { Random } from '#kernel';
import { Machine, sizeOf, type FrozenMemory } from './machine.ts';

/** A guest as the pool sees it. */
export interface Lodger {
	/** Its machine is needed: takes its memory out, into `spare` if that fits. Only between turns. */
	park(spare: FrozenMemory | undefined): FrozenMemory;
}

/** Machines without a guest that are kept for later ones. */
const emptyMax = 64;

export class MachinePool {
	readonly #wasm: WebAssembly.Module | Promise<WebAssembly.Module>;
	readonly #max: number;
	/** Machines in use, in no order, and beside each its guest. */
	readonly #machines: Machine[] = [];
	readonly #lodgers: Lodger[] = [];
	readonly #empty: Machine[] = [];
	readonly #parked = new Map<Lodger, FrozenMemory>();
	/** Which guest has to go is left to chance: the least recent one would be the next one needed where all take turns. */
	readonly #random = Random.seeded(1);
	/** Memory of a guest that has come back, for the next one that goes. */
	#spare: FrozenMemory | undefined;
	#isCramped = false;

	/** @param max machines that exist at once */
	constructor(wasm: WebAssembly.Module | Promise<WebAssembly.Module>, max: number) {
		this.#wasm = wasm;
		this.#max = max;
	}

	/** A machine for a new guest, who then has to `enter`. */
	async admit(memory: FrozenMemory): Promise<Machine> {
		return (
			this.#emptyFor(sizeOf(memory)) ?? this.#vacate(sizeOf(memory)) ?? this.#newMachine(memory)
		);
	}

	/** A machine for a guest that was parked. */
	seat(lodger: Lodger, memory: FrozenMemory): Machine {
		const machine = this.#emptyFor(sizeOf(memory)) ?? this.#evict(sizeOf(memory));
		if (machine === undefined)
			throw new Error('No machine is small enough: makeRoom was not awaited');
		machine.load(memory);
		this.#spare = memory;
		this.#parked.delete(lodger);
		return machine;
	}

	/** The guest is in the machine. */
	enter(machine: Machine, lodger: Lodger): void {
		this.#machines.push(machine);
		this.#lodgers.push(lodger);
		this.measure();
	}

	/** The guest is over. `machine`: the one it is in, if it is in one. */
	leave(lodger: Lodger, machine: Machine | undefined): void {
		this.#parked.delete(lodger);
		if (machine === undefined) return;
		this.#take(this.#machines.indexOf(machine));
		if (this.#empty.length < emptyMax) this.#empty.push(machine);
		this.measure();
	}

	/** True when a guest is parked for whom all machines have grown too large. */
	get isCramped(): boolean {
		return this.#isCramped;
	}

	/** Makes a machine into which every parked guest fits. */
	async makeRoom(): Promise<void> {
		const smallest = this.#smallestParked();
		if (smallest !== undefined) this.#empty.push(await this.#newMachine(smallest));
		this.measure();
	}

	/** Looks whether there is room for all; to be called when a machine has grown. */
	measure(): void {
		const smallest = this.#smallestParked();
		const fits = (machine: Machine) => smallest === undefined || machine.size <= sizeOf(smallest);
		this.#isCramped =
			smallest !== undefined && !this.#machines.some(fits) && !this.#empty.some(fits);
	}

	#smallestParked(): FrozenMemory | undefined {
		let smallest: FrozenMemory | undefined;
		for (const memory of this.#parked.values()) {
			if (smallest === undefined || sizeOf(memory) < sizeOf(smallest)) smallest = memory;
		}
		return smallest;
	}

	/** A new machine; where there are as many as there may be, one of those that have grown too large is given up for it. */
	#newMachine(memory: FrozenMemory): Promise<Machine> {
		if (this.#isFull() && this.#empty.pop() === undefined) this.#evict(Infinity);
		return Promise.resolve(this.#wasm).then((wasm) => Machine.empty(wasm, memory));
	}

	#isFull(): boolean {
		return this.#machines.length + this.#empty.length >= this.#max;
	}

	/** Parks a guest where there are as many machines as there may be. */
	#vacate(size: number): Machine | undefined {
		return this.#isFull() ? this.#evict(size) : undefined;
	}

	#emptyFor(size: number): Machine | undefined {
		const index = this.#empty.findLastIndex((machine) => machine.size <= size);
		return index < 0 ? undefined : this.#empty.splice(index, 1)[0];
	}

	/** Parks a guest whose machine is not larger than this, and gives the machine. */
	#evict(size: number): Machine | undefined {
		const start = this.#random.below(this.#machines.length);
		for (let step = 0; step < this.#machines.length; step++) {
			const index = (start + step) % this.#machines.length;
			const machine = this.#machines[index];
			const lodger = this.#lodgers[index];
			if (machine === undefined || lodger === undefined || machine.size > size) continue;
			this.#take(index);
			this.#parked.set(lodger, lodger.park(this.#spare));
			this.#spare = undefined;
			return machine;
		}
		return undefined;
	}

	#take(index: number): void {
		const machine = this.#machines.pop();
		const lodger = this.#lodgers.pop();
		if (machine === undefined || lodger === undefined || index === this.#machines.length) return;
		this.#machines[index] = machine;
		this.#lodgers[index] = lodger;
	}
}
