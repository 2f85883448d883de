// The part with hashes, random values and identifiers.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { defineGlobal } from '../runtime/globals.ts';
import { crypto, webcrypto } from '../node/crypto.ts';
import { uuid } from '../node/uuid.ts';

defineGlobal('crypto', webcrypto, true);
registerBuiltin('crypto', () => crypto);
registerBuiltin('uuid', () => uuid);
