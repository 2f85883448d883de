// Places where the engine can be told from V8, put right at boot.

import { ObjectDefineProperty } from './primordials.ts';

/**
 * QuickJS runs a template literal as a call of String.prototype.concat, V8 does not. The method is therefore fixed, or a
 * student's own `concat` would change every template literal, the libraries' too.
 * Differs: assigning String.prototype.concat has no effect.
 */
export function repairTemplateLiterals(): void {
	// eslint-disable-next-line @typescript-eslint/unbound-method -- given back as the method it is
	const { concat } = String.prototype;
	ObjectDefineProperty(String.prototype, 'concat', {
		get: () => concat,
		set() {
			// Not taken: see above.
		},
		configurable: false,
		enumerable: false
	});
}
