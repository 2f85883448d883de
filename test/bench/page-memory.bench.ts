// What a long run costs in memory on the built page in a real Chromium: JavaScript heaps of the page and of its worker when all
// garbage is gone, less those of the page with a run of a few events.
import { test, type CDPSession, type Page } from '@playwright/test';
import { busyScenario, eventsOf, inFlightLong, openRun } from './busy-page.ts';
import { printRow } from './page-row.ts';

interface HeapUsage {
	readonly usedSize: number;
	readonly backingStorageSize?: number;
}

/** Answers of the worker's own debugger; the page's session passes messages on. */
class WorkerDebugger {
	readonly #page: CDPSession;
	readonly #session: string;
	readonly #waiting = new Map<number, (result: unknown) => void>();
	#asked = 0;

	constructor(page: CDPSession, session: string) {
		this.#page = page;
		this.#session = session;
		page.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
			const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
			if (sessionId === session && id !== undefined) this.#waiting.get(id)?.(result);
		});
	}

	/** The debugger of the page's simulation worker. */
	static async of(page: CDPSession): Promise<WorkerDebugger> {
		const attached = new Promise<string>((resolve) => {
			page.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
				if (targetInfo.type === 'worker') resolve(sessionId);
			});
		});
		await page.send('Target.setAutoAttach', {
			autoAttach: true,
			waitForDebuggerOnStart: false,
			flatten: false
		});
		return new WorkerDebugger(page, await attached);
	}

	async ask(method: string): Promise<unknown> {
		const id = ++this.#asked;
		const answered = new Promise((resolve) => this.#waiting.set(id, resolve));
		const message = JSON.stringify({ id, method });
		await this.#page.send('Target.sendMessageToTarget', { sessionId: this.#session, message });
		return answered;
	}
}

const bytesOf = ({ usedSize, backingStorageSize }: HeapUsage): number =>
	usedSize + (backingStorageSize ?? 0);

/** Bytes in use on the page and in its worker. */
async function heaps(page: Page): Promise<{ readonly page: number; readonly worker: number }> {
	const session = await page.context().newCDPSession(page);
	const worker = await WorkerDebugger.of(session);
	await session.send('HeapProfiler.collectGarbage');
	await worker.ask('HeapProfiler.collectGarbage');
	const pageHeap: HeapUsage = await session.send('Runtime.getHeapUsage');
	const workerHeap = (await worker.ask('Runtime.getHeapUsage')) as HeapUsage;
	await session.detach();
	return { page: bytesOf(pageHeap), worker: bytesOf(workerHeap) };
}

test('memory of a run of 100,000 events', async ({ browser, page }) => {
	const few = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
	await openRun(few, busyScenario(1));
	const before = await heaps(few);
	await few.context().close();
	await openRun(page, busyScenario(inFlightLong));
	const events = await eventsOf(page);
	const after = await heaps(page);
	const [onPage, inWorker] = [after.page - before.page, after.worker - before.worker];
	const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
	printRow({
		what: `memory for an event of a run of ${String(events)}`,
		value: (onPage + inWorker) / events,
		unit: 'bytes',
		budget: null,
		notes: `page ${megabytes(onPage)}, worker ${megabytes(inWorker)} more than with a run of a few events`
	});
});
