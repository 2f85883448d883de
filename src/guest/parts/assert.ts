// The part with assert.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { assert } from '../node/assert.ts';

registerBuiltin('assert', () => assert);
registerBuiltin('assert/strict', () => (assert as { strict: object }).strict);
