// Links that hold a scenario: what only who shares or follows one has to load.
export { fromShareText, problemLines, toShareText } from '#scenario';
