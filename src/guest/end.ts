// What every image ends with: all its parts are there.
import { finishBoot } from './runtime/boot.ts';

finishBoot();
