// The part with Pomelo's browser client.
import '../pomelo-client/index.ts';
