// The part with the Pomelo framework.
import '../pomelo/index.ts';
