// Components: objects with some of start(cb), afterStart(cb), stop(force, cb), run one after the other in load order.
// Source: NetEase/pomelo lib/util/appUtil.js (optComponents, stopComps); async 0.2.5 forEachSeries.

import { invokeCallback, callMethod, field, isFunction, stackOf } from './dynamic.ts';
import type { Logger } from './logger.ts';

/** Calls `method(done)` of each component that has it. The first error stops the chain and reaches `cb`; else `cb(null)`. */
export function runComponents(
	components: readonly unknown[],
	method: 'start' | 'afterStart',
	logger: Logger,
	cb: (err: unknown) => void
): void {
	let index = 0;
	const finish = (err: unknown): void => {
		if (err) {
			const text = typeof err === 'string' ? err : stackOf(err);
			logger.error('fail to operate component, method: %s, err: %j', method, text);
		}
		cb(err);
	};
	const next = (err?: unknown): void => {
		if (err) {
			finish(err);
			return;
		}
		if (index >= components.length) {
			finish(null);
			return;
		}
		const component = components[index++];
		if (isFunction(field(component, method))) callMethod(component, method, [next]);
		else next();
	};
	next();
}

/** Calls `stop(force, done)` of each component that has it, whatever errors they report, then `cb()`. */
export function stopComponents(
	components: readonly unknown[],
	force: unknown,
	cb: () => void
): void {
	let index = 0;
	const next = (): void => {
		if (index >= components.length) {
			invokeCallback(cb);
			return;
		}
		const component = components[index++];
		if (isFunction(field(component, 'stop'))) callMethod(component, 'stop', [force, next]);
		else next();
	};
	next();
}
