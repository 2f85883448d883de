// The page's state classes. Components read them and call their methods; `$state` lives here and nowhere else.
export * from './detail-level.ts';
export type { Diagnostic } from './diagnostics.ts';
export type { OutcomeChange, OutcomeRow } from './outcome.ts';
export { ElementSize, PaneFold } from './element-size.svelte.ts';
export { Library } from './library.svelte.ts';
export { PageState } from './page-state.svelte.ts';
export { Playback, playbackSpeeds } from './playback.svelte.ts';
export { Preferences, type KeyValueStore, type ThemeChoice } from './preferences.svelte.ts';
export { Selection, type LineRange, type Selected, type Spotlight } from './selection.svelte.ts';
export {
	Workspace,
	type RunEngine,
	type RunFailure,
	type RunListener,
	type RunProgress,
	type RunStatus
} from './workspace.svelte.ts';
export { View, type LowerTab, type NarrowTab, type SideTab } from './view.svelte.ts';
