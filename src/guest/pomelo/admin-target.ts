// What can receive an admin message: one of a process' two roles.

import { field } from './dynamic.ts';
import type { ConsoleService } from './console-service.ts';

export interface AdminTarget {
	readonly console: ConsoleService;
}

/** An error as it crosses between admin modules: message and stack; anything else as it is. */
export function describeAdminError(err: unknown): unknown {
	if (!(err instanceof Error)) return err;
	return { message: field(err, 'message'), stack: field(err, 'stack') };
}
