// The part with the Pomelo framework and its browser client.
import '../pomelo/index.ts';
import '../pomelo-client/index.ts';
