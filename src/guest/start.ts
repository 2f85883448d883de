// What every image begins with. The order of these imports is the order of boot: the engine's own functions are captured
// first, then Node.js' globals; the parts follow (parts/), only then may student code exist.
import './runtime/primordials.ts';
import './runtime/host.ts';
import './runtime/boot.ts';
import './node/index.ts';
