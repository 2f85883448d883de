// Imported by what steps the broker's actors without a run, which would provide their steps itself.
import { provideBroker } from '#broker';
import * as steps from '#broker/steps';

provideBroker(steps);
