// The libraries of the guest image, one import each. Loading an index.ts registers its modules
// (`registerBuiltin`), defines its globals (`defineGlobal`) and asks for its process start hooks.
// Order matters only in that node/ comes first: the others use its globals.
import './node/index.ts';
import './amqplib/index.ts';
import './pomelo/index.ts';
import './pomelo-client/index.ts';
