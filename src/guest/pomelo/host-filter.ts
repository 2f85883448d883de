// Turns clients away by their address, before they get a session: `connectorConfig.useHostFilter` with `blacklistFun`.
// Source: NetEase/pomelo lib/components/connector.js (hostFilter).

import { ArrayIsArray, RegExpPrototypeExec } from '../runtime/primordials.ts';
import type { ClientSocket } from './client-socket.ts';
import { field, isFunction, stackOf, textOf } from './dynamic.ts';
import type { Logger } from './logger.ts';

export class HostFilter {
	/** Patterns that count whatever `blacklistFun` says. */
	readonly blacklist: unknown[] = [];
	readonly #isOn: boolean;
	readonly #ask: unknown;
	readonly #logger: Logger;

	/** `opts`: the application's connectorConfig. `blacklistFun(cb(err, list of patterns))` is asked for each client. */
	constructor(opts: unknown, logger: Logger) {
		this.#isOn = !!field(opts, 'useHostFilter');
		this.#ask = field(opts, 'blacklistFun');
		this.#logger = logger;
	}

	/** Calls `accept` unless the client's address is listed; then its connection ends. */
	check(client: ClientSocket, accept: () => void): void {
		if (!this.#isOn) {
			accept();
			return;
		}
		const { ip } = client.remoteAddress;
		if (isListed(this.blacklist, ip)) {
			client.disconnect();
			return;
		}
		if (!isFunction(this.#ask)) {
			accept();
			return;
		}
		this.#ask((err: unknown, list: unknown) => {
			if (err) this.#logger.error('connector blacklist error: %j', stackOf(err));
			else if (!ArrayIsArray(list))
				this.#logger.error('connector blacklist is not array: %j', list);
			else if (isListed(list as unknown[], ip)) {
				client.disconnect();
				return;
			}
			accept();
		});
	}
}

/** Is one of the patterns, each the source of a regular expression, found in the address? */
function isListed(patterns: readonly unknown[], ip: string): boolean {
	for (let index = 0; index < patterns.length; index++) {
		if (RegExpPrototypeExec(new RegExp(textOf(patterns[index])), ip) !== null) return true;
	}
	return false;
}
