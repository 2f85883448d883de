// The entry of the guest image: what runs once in a fresh engine before it is copied for every process.
// The order of these imports is the order of boot: the engine's own functions are captured first,
// then Node.js' globals, then the libraries; only then may student code exist.

import './runtime/primordials.ts';
import './runtime/host.ts';
import { finishBoot } from './runtime/boot.ts';
import './libraries.ts';

finishBoot();
