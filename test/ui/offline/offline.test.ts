// Keeping the page for offline use and changing to a newer version, against a service worker container we play ourselves.
import { describe, expect, test } from 'vitest';
import { Offline } from '../../../src/ui/offline/offline.svelte.ts';

/** A worker as far as a page sees it. */
class PlayedWorker extends EventTarget {
	state = 'installing';
	readonly heard: unknown[] = [];

	become(state: string): void {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
	}

	postMessage(message: unknown): void {
		this.heard.push(message);
	}
}

class PlayedRegistration extends EventTarget {
	installing: PlayedWorker | null = null;
	waiting: PlayedWorker | null = null;
	active: PlayedWorker | null = null;
	updates = 0;

	/** A worker's script was found. */
	find(): PlayedWorker {
		this.installing = new PlayedWorker();
		this.dispatchEvent(new Event('updatefound'));
		return this.installing;
	}

	/** The worker found has all files; without an earlier one it takes over at once. */
	install(): void {
		const worker = this.installing;
		this.installing = null;
		if (this.active === null) {
			this.active = worker;
			worker?.become('installed');
			worker?.become('activated');
		} else {
			this.waiting = worker;
			worker?.become('installed');
		}
	}

	update(): Promise<void> {
		this.updates += 1;
		return Promise.resolve();
	}
}

class PlayedContainer extends EventTarget {
	controller: PlayedWorker | null = null;
	readonly registration = new PlayedRegistration();
	refusal: string | null = null;

	register(): Promise<PlayedRegistration> {
		return this.refusal === null
			? Promise.resolve(this.registration)
			: Promise.reject(new Error(this.refusal));
	}

	change(worker: PlayedWorker | null): void {
		this.controller = worker;
		this.dispatchEvent(new Event('controllerchange'));
	}
}

function play({ isSecondVisit = false, savesData = false, isSingleFile = false } = {}) {
	const container = new PlayedContainer();
	if (isSecondVisit) container.controller = container.registration.active = new PlayedWorker();
	const clock = { ms: 0 };
	const reloads = { count: 0 };
	const offline = new Offline({
		serviceWorkers: container as unknown as ServiceWorkerContainer,
		isSingleFile,
		savesData,
		now: () => clock.ms,
		reload: () => {
			reloads.count += 1;
		}
	});
	return { offline, container, registration: container.registration, clock, reloads };
}

describe('keeping the page', () => {
	test('is ready when every file is kept, and says so at the first time only', async () => {
		const { offline, container, registration, reloads } = play();
		let said = 0;
		offline.onReady = () => (said += 1);
		await offline.start();
		registration.find();
		expect(offline.readiness).toBe('preparing');
		registration.install();
		container.change(registration.active);
		expect([offline.readiness, said, offline.isNewerOffered]).toEqual(['ready', 1, false]);
		expect(reloads.count).toBe(0);

		const again = play({ isSecondVisit: true });
		again.offline.onReady = () => (said += 1);
		await again.offline.start();
		expect([again.offline.readiness, said]).toEqual(['ready', 1]);
	});

	test('fails with the reason when the browser refuses or a file is missing, and can be tried again', async () => {
		const { offline, container, registration } = play();
		container.refusal = 'storage is disabled';
		await offline.start();
		expect([offline.readiness, offline.failure]).toEqual(['failed', 'storage is disabled']);
		container.refusal = null;
		await offline.keep();
		registration.find().become('redundant');
		expect(offline.readiness).toBe('failed');
	});

	test('a newer version that cannot be fetched leaves the page as ready as it was', async () => {
		const { offline, registration } = play({ isSecondVisit: true });
		await offline.start();
		registration.find().become('redundant');
		expect([offline.readiness, offline.isNewer]).toEqual(['ready', false]);
	});

	test('waits to be asked where data is saved, unless the page is kept already', async () => {
		const { offline, registration } = play({ savesData: true });
		await offline.start();
		expect(offline.readiness).toBe('unasked');
		await offline.keep();
		registration.find();
		registration.install();
		expect(offline.readiness).toBe('ready');
		const kept = play({ savesData: true, isSecondVisit: true });
		await kept.offline.start();
		expect(kept.offline.readiness).toBe('ready');
	});

	test('a single file and a browser without service workers are no failure', async () => {
		const single = play({ isSingleFile: true });
		await single.offline.start();
		expect(single.offline.readiness).toBe('single');
		const offline = new Offline({
			serviceWorkers: undefined,
			isSingleFile: false,
			savesData: false,
			now: () => 0,
			reload: () => undefined
		});
		await offline.start();
		expect([offline.readiness, offline.failure]).toEqual(['impossible', '']);
	});
});

describe('a newer version', () => {
	test('is offered, and taken only on the word of the person', async () => {
		const { offline, container, registration, reloads } = play({ isSecondVisit: true });
		await offline.start();
		registration.find();
		expect(offline.isNewerOffered).toBe(false);
		registration.install();
		expect(offline.isNewerOffered).toBe(true);
		expect(registration.waiting?.heard).toEqual([]);
		offline.take();
		expect(registration.waiting?.heard).toEqual([{ type: 'SKIP_WAITING' }]);
		expect(reloads.count).toBe(0);
		container.change(registration.waiting);
		expect(reloads.count).toBe(1);
	});

	test('that waited since the last visit is offered when the page opens', async () => {
		const { offline, registration } = play({ isSecondVisit: true });
		registration.waiting = new PlayedWorker();
		await offline.start();
		expect(offline.isNewerOffered).toBe(true);
	});

	test('put off, it is not offered again until yet another one comes', async () => {
		const { offline, registration } = play({ isSecondVisit: true });
		await offline.start();
		registration.find();
		registration.install();
		offline.putOff();
		expect([offline.isNewerOffered, offline.isNewer]).toEqual([false, true]);
		registration.find();
		registration.install();
		expect(offline.isNewerOffered).toBe(true);
	});

	test('taken in another tab never reloads this one, which offers to', async () => {
		const { offline, container, reloads } = play({ isSecondVisit: true });
		await offline.start();
		container.change(new PlayedWorker());
		expect([reloads.count, offline.isNewerOffered]).toEqual([0, true]);
		offline.take();
		expect(reloads.count).toBe(1);
	});

	test('is asked for at most once an hour', async () => {
		const { offline, registration, clock } = play({ isSecondVisit: true });
		await offline.start();
		offline.ask();
		expect(registration.updates).toBe(0);
		clock.ms = 3_600_000;
		offline.ask();
		offline.ask();
		expect(registration.updates).toBe(1);
	});
});
