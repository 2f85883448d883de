// The browser's service worker, as news: kept for offline use, a new version waits, another tab changed to it. Registers
// `sw.js` (made by vite.offline.ts) and owns no state of the page.

export interface ServiceWorkerNews {
	/** Every file of the site is kept; `first`: since now. */
	kept(first: boolean): void;
	/** A new version is kept and waits until it is taken. */
	newer(): void;
	/** The new version is in charge: this page is the old one. */
	changed(): void;
	/** The files could not be kept, and none of an earlier version are. */
	failed(reason: string): void;
}

/**
 * Registers the service worker and reports what becomes of it.
 *
 * @param address of the worker's script, relative to the page; its folder is what it is in charge of
 * @returns the registration; null when the browser refused it, which is reported as `failed`
 */
export async function registerServiceWorker(
	container: ServiceWorkerContainer,
	address: string,
	news: ServiceWorkerNews
): Promise<ServiceWorkerRegistration | null> {
	// The first worker takes over a page that had none: nothing has changed then.
	let isInCharge = container.controller !== null;
	container.addEventListener('controllerchange', () => {
		if (isInCharge) news.changed();
		isInCharge = true;
	});
	try {
		const registration = await container.register(address);
		if (registration.active !== null) news.kept(false);
		if (registration.waiting !== null && registration.active !== null) news.newer();
		const watch = (): void => {
			if (registration.installing !== null) watchInstalling(registration, news);
		};
		registration.addEventListener('updatefound', watch);
		watch();
		return registration;
	} catch (error) {
		news.failed(error instanceof Error ? error.message : String(error));
		return null;
	}
}

function watchInstalling(registration: ServiceWorkerRegistration, news: ServiceWorkerNews): void {
	const worker = registration.installing;
	const isFirst = registration.active === null;
	worker?.addEventListener('statechange', () => {
		if (worker.state === 'installed' && !isFirst) news.newer();
		else if (worker.state === 'activated' && isFirst) news.kept(true);
		// A newer version that could not be had is asked for again; the one in charge stays.
		else if (worker.state === 'redundant' && registration.active === null)
			news.failed('A file of the site could not be fetched or kept.');
	});
}
