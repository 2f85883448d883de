// The part with util and the small helpers around it.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { defineGlobal } from '../runtime/globals.ts';
import { os } from '../node/operating-system.ts';
import { perfHooks, performance } from '../node/performance.ts';
import { StringDecoder } from '../node/string-decoder.ts';
import { structuredClone } from '../node/structured-clone.ts';
import { TextDecoder, TextEncoder } from '../node/text-encoding.ts';
import { types, util } from '../node/util.ts';

defineGlobal('TextDecoder', TextDecoder);
defineGlobal('TextEncoder', TextEncoder);
defineGlobal('performance', performance, true);
defineGlobal('structuredClone', structuredClone, true);
registerBuiltin('os', () => os);
registerBuiltin('perf_hooks', () => perfHooks);
registerBuiltin('string_decoder', () => ({ StringDecoder }));
registerBuiltin('sys', () => util);
registerBuiltin('util', () => util);
registerBuiltin('util/types', () => types);
