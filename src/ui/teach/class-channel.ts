// What a lesson on the projector and the teacher's window say to each other: which step is shown, and "go there". Both are
// pages of one site in one browser; nothing leaves it.

export type ClassMessage =
	/** This step of this lesson is shown. */
	| { readonly kind: 'shown'; readonly place: string; readonly step: number }
	/** Which step is shown? */
	| { readonly kind: 'ask'; readonly place: string }
	| { readonly kind: 'go'; readonly place: string; readonly step: number };

const name = 'roundtrip:class';

export class ClassChannel {
	readonly #channel = new BroadcastChannel(name);
	readonly #place: string;

	/**
	 * @param place the lesson's name on the page; messages about others are not heard
	 * @param hear is called with each message of other windows
	 */
	constructor(place: string, hear: (message: ClassMessage) => void) {
		this.#place = place;
		this.#channel.onmessage = ({ data }) => {
			const message = readMessage(data);
			if (message?.place === place) hear(message);
		};
	}

	shown(step: number): void {
		this.#say({ kind: 'shown', place: this.#place, step });
	}

	ask(): void {
		this.#say({ kind: 'ask', place: this.#place });
	}

	go(step: number): void {
		this.#say({ kind: 'go', place: this.#place, step });
	}

	close(): void {
		this.#channel.close();
	}

	#say(message: ClassMessage): void {
		this.#channel.postMessage(message);
	}
}

/** Another version of the page, or another page of the same host, may say anything. */
export function readMessage(data: unknown): ClassMessage | null {
	if (typeof data !== 'object' || data === null) return null;
	const { kind, place, step } = data as Record<string, unknown>;
	if (typeof place !== 'string') return null;
	if (kind === 'ask') return { kind, place };
	if ((kind !== 'shown' && kind !== 'go') || !Number.isSafeInteger(step)) return null;
	return { kind, place, step: step as number };
}
