// What a command gets from main.ts, so that tests can run commands without a process of their own.
import type { Sandbox } from '#sandbox';

export interface CommandContext {
	/** The repository, where the built-in scenarios are. */
	readonly root: string;
	/** This program's own file, for commands that start it again as a process of its own. */
	readonly program: string;
	/** Print one line (or several) on standard output. */
	readonly print: (text: string) => void;
	/** Print one line on standard error: something to know that is no result. */
	readonly note: (text: string) => void;
	/** The sandbox, made when first asked for. */
	readonly sandbox: () => Promise<Sandbox>;
}
