// The part with Buffer and what is made of it.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { defineGlobal } from '../runtime/globals.ts';
import { atob, btoa, Buffer, bufferModule } from '../node/buffer.ts';

defineGlobal('Buffer', Buffer);
defineGlobal('atob', atob, true);
defineGlobal('btoa', btoa, true);
registerBuiltin('buffer', () => bufferModule);
