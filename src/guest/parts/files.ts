// The part with the file system.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { fs, fsPromises } from '../node/file-system.ts';

registerBuiltin('fs', () => fs);
registerBuiltin('fs/promises', () => fsPromises);
