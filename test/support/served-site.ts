// A copy of dist/ on a server of its own, for tests that take the server away or publish another version.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const dist = join(import.meta.dirname, '../../dist');
const program = join(import.meta.dirname, 'serve-dist.mjs');

export class ServedSite {
	/** What is served: a copy that may be changed. */
	readonly folder: string;
	/** With a slash at the end. */
	readonly address: string;
	readonly #server: ChildProcess;

	private constructor(folder: string, address: string, server: ChildProcess) {
		this.folder = folder;
		this.address = address;
		this.#server = server;
	}

	/** @param base the sub-path, with a slash at both ends */
	static async start(base: string): Promise<ServedSite> {
		const folder = await mkdtemp(join(tmpdir(), 'roundtrip-site-'));
		await cp(dist, folder, { recursive: true });
		const server = spawn(process.execPath, [program, '0', base, folder], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
		return new ServedSite(folder, line, server);
	}

	/** From now on nobody answers at the address. */
	async unplug(): Promise<void> {
		if (this.#server.exitCode !== null || this.#server.signalCode !== null) return;
		const gone = once(this.#server, 'exit');
		this.#server.kill();
		await gone;
	}

	/** Ends the server and removes the copy. */
	async remove(): Promise<void> {
		await this.unplug();
		await rm(this.folder, { recursive: true, force: true });
	}
}
