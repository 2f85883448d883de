// Runs programs against RabbitMQ in Node.js processes that live long, one virtual host each.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Observations, Program } from './program.ts';

/** Operations that are later than this after their beat make a run worthless. */
const lateMsMax = 80;
const triesMax = 6;

interface Report {
	readonly lines: Observations;
	readonly lateMs: number;
	/** The process ends after this one. */
	readonly isLast?: boolean;
}

/** One process and where it connects to. */
class Worker {
	readonly #file: string;
	readonly #url: string;
	#child: ChildProcess | undefined;

	constructor(file: string, url: string) {
		this.#file = file;
		this.#url = url;
	}

	/** Runs a program. A process that an exception ended is replaced at the next run. */
	run(program: Program, settleMs: number): Promise<Report> {
		const child = (this.#child ??= fork(this.#file, {
			stdio: ['ignore', 'inherit', 'inherit', 'ipc']
		}));
		return new Promise((resolve) => {
			let report: Report = { lines: ['the process ended without a report'], lateMs: 0 };
			const finish = () => {
				child.removeAllListeners();
				resolve(report);
			};
			child.on('message', (message) => {
				report = message as Report;
				if (!report.isLast) finish();
			});
			child.on('exit', () => {
				this.#child = undefined;
				finish();
			});
			child.send({ program, options: { url: this.#url, settleMs } });
		});
	}

	stop(): void {
		this.#child?.disconnect();
	}
}

/** A pool of workers, one per URL. */
export class RealRunner {
	/** Runs given up because the machine was too busy to keep the beat. */
	lateCount = 0;
	readonly #idle: Worker[];
	readonly #all: readonly Worker[];
	readonly #waiting: ((worker: Worker) => void)[] = [];

	constructor(folder: string, urls: readonly string[]) {
		this.#all = urls.map((url) => new Worker(join(folder, 'worker.cjs'), url));
		this.#idle = [...this.#all];
	}

	/** What the program observes on RabbitMQ; null when no try kept the beat. */
	async run(program: Program, settleMs: number): Promise<Observations | null> {
		const worker = await this.#take();
		try {
			for (let tries = 0; tries < triesMax; tries++) {
				const { lines, lateMs } = await worker.run(program, settleMs);
				if (lateMs <= lateMsMax) return lines.map(neutral);
			}
			this.lateCount++;
			return null;
		} finally {
			this.#release(worker);
		}
	}

	stop(): void {
		for (const worker of this.#all) worker.stop();
	}

	#take(): Promise<Worker> {
		const worker = this.#idle.pop();
		if (worker !== undefined) return Promise.resolve(worker);
		return new Promise((resolve) => this.#waiting.push(resolve));
	}

	#release(worker: Worker): void {
		const next = this.#waiting.shift();
		if (next === undefined) this.#idle.push(worker);
		else next(worker);
	}
}

/** The virtual host of a worker is `/` to whoever compares. */
function neutral(line: string): string {
	return line.replaceAll(/vhost 'roundtrip-\d+-\d+'/g, "vhost '/'");
}
