// The applications of the Pomelo corpus print here what they printed on Pomelo.
import { conformanceSuite } from './conformance-suite.ts';

conformanceSuite('pomelo');
