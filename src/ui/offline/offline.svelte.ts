// Does the page work without a network, and is there a newer version of it? Begins to keep the site's files when the page
// has time, asks for newer ones now and then, and changes to one only when the person says so.
import { registerServiceWorker } from './service-worker.ts';

/**
 * Whether the page works without a network. `single`: it is one file and needs none. `impossible`: the browser offers
 * nothing for it at this address. `unasked`: the person saves data and has not asked for it.
 */
export type Readiness = 'single' | 'impossible' | 'unasked' | 'preparing' | 'ready' | 'failed';

/** What this needs of the browser. */
export interface OfflineHost {
	/** Undefined where there is none: old browsers, http: beyond this machine, files. */
	readonly serviceWorkers: ServiceWorkerContainer | undefined;
	/** Is the page one file, without a service worker beside it? */
	readonly isSingleFile: boolean;
	/** Does the person want few bytes? */
	readonly savesData: boolean;
	/** Milliseconds, of any clock that only goes forward. */
	now(): number;
	reload(): void;
}

/** Milliseconds between two questions whether there is a newer version. */
const askEveryMs = 3_600_000;

export class Offline {
	readonly #host: OfflineHost;
	#registration: ServiceWorkerRegistration | null = null;
	#askedAt: number;
	#readiness: Readiness = $state('preparing');
	#failure = $state('');
	#isNewer = $state(false);
	#isPutOff = $state(false);
	/** The person has said yes: reload as soon as the new version is in charge. */
	#isTaking = false;
	/** Called when all files are kept for the first time. */
	onReady: () => void = () => undefined;

	constructor(host: OfflineHost) {
		this.#host = host;
		this.#askedAt = host.now();
		if (host.isSingleFile) this.#readiness = 'single';
		else if (host.serviceWorkers === undefined) this.#readiness = 'impossible';
		else if (host.savesData && host.serviceWorkers.controller === null) this.#readiness = 'unasked';
	}

	get readiness(): Readiness {
		return this.#readiness;
	}

	/** Why it failed, as the browser says; '' when it did not. */
	get failure(): string {
		return this.#failure;
	}

	/** Is a newer version to be offered? */
	get isNewerOffered(): boolean {
		return this.#isNewer && !this.#isPutOff;
	}

	/** Is there a newer version, offered or put off? */
	get isNewer(): boolean {
		return this.#isNewer;
	}

	/** Begins, unless nothing can be done or the person saves data. */
	async start(): Promise<void> {
		if (this.#readiness === 'preparing') await this.keep();
	}

	/** Keeps the site's files, on the person's word. */
	async keep(): Promise<void> {
		const { serviceWorkers } = this.#host;
		if (serviceWorkers === undefined) return;
		this.#readiness = 'preparing';
		this.#failure = '';
		this.#registration = await registerServiceWorker(serviceWorkers, './sw.js', {
			kept: (first) => {
				this.#readiness = 'ready';
				if (first) this.onReady();
			},
			newer: () => {
				this.#offer();
			},
			changed: () => {
				// Another tab said yes: this page goes on, but pieces it has not loaded yet may be gone.
				if (this.#isTaking) this.#host.reload();
				else this.#offer();
			},
			failed: (reason) => {
				this.#readiness = 'failed';
				this.#failure = reason;
			}
		});
	}

	/** Asks for a newer version if nobody has for an hour. Without a network nothing happens. */
	ask(): void {
		if (this.#registration === null || this.#host.now() - this.#askedAt < askEveryMs) return;
		this.#askedAt = this.#host.now();
		void this.#registration.update().catch(() => undefined);
	}

	/** Changes to the newer version: the page reloads. */
	take(): void {
		const waiting = this.#registration?.waiting ?? null;
		if (waiting === null) {
			this.#host.reload();
			return;
		}
		this.#isTaking = true;
		waiting.postMessage({ type: 'SKIP_WAITING' });
	}

	/** Not now. It is offered again when the page opens the next time, and whenever there is yet another version. */
	putOff(): void {
		this.#isPutOff = true;
	}

	#offer(): void {
		this.#isNewer = true;
		this.#isPutOff = false;
	}
}
