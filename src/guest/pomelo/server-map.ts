// What is kept by server: keyed by the text of its id, as the fields of objects are, because an id may be a number.
import {
	MapPrototypeDelete,
	MapPrototypeForEach,
	MapPrototypeGet,
	MapPrototypeHas,
	MapPrototypeSet
} from '../runtime/primordials.ts';
import { textOf } from './dynamic.ts';

export class ServerMap<T> {
	readonly #values = new Map<string, T>();

	get(id: unknown): T | undefined {
		return MapPrototypeGet(this.#values, textOf(id)) as T | undefined;
	}

	has(id: unknown): boolean {
		return MapPrototypeHas(this.#values, textOf(id));
	}

	set(id: unknown, value: T): void {
		MapPrototypeSet(this.#values, textOf(id), value);
	}

	delete(id: unknown): void {
		MapPrototypeDelete(this.#values, textOf(id));
	}

	forEach(visit: (value: T) => void): void {
		MapPrototypeForEach(this.#values, (value: unknown) => {
			visit(value as T);
		});
	}
}
