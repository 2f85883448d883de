// The sentences about events: words for all of them, loaded by sentences.svelte.ts once a run is there.
export { describeEvent, placeWords } from '#trace';
