// The page's state classes. Components read them and call their methods; `$state` lives here and nowhere else.
export { isCaught, programRoot, type Diagnostic } from './diagnostics.ts';
export type { InterventionChange, ListedIntervention } from './interventions.svelte.ts';
export { Library } from './library.svelte.ts';
export type { OwnScenarios } from './own-scenarios.svelte.ts';
export { PageState } from './page-state.svelte.ts';
export { Playback, playbackSpeeds } from './playback.svelte.ts';
export { Preferences, type ThemeChoice } from './preferences.svelte.ts';
export type { LineRange } from './selection.svelte.ts';
export type { RunEngine } from './run-engine.ts';
export { Workspace } from './workspace.svelte.ts';
export {
	View,
	type LowerTab,
	type NarrowTab,
	type ScenarioPart,
	type SideTab
} from './view.svelte.ts';
