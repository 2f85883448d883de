// The libraries of the guest image, one import each. Loading a library registers its modules (`registerBuiltin`), defines
// its globals (`defineGlobal`) and asks for its process start hooks.
// Order matters only in that node/ comes first: the others use its globals.
// node/ is in every image. Each file of parts/ is the entry of a part, which is left out when no file of a scenario can
// need it (sandbox/guest-parts.ts): nothing outside a part may import what only the part should bring.
import './node/index.ts';
import './parts/buffer.ts';
import './parts/locale.ts';
import './parts/url.ts';
import './parts/util.ts';
import './parts/files.ts';
import './parts/crypto.ts';
import './parts/assert.ts';
import './parts/amqplib.ts';
import './parts/pomelo.ts';
import './parts/pomelo-client.ts';
