// The door of the Chinese sentences: the same functions as the trace's own door has in English. Loaded by who reads Chinese.
export { describeEvent } from './describe-event.ts';
export { placeWords } from './describe-place.ts';
export { reason } from './reasons.ts';
