// The stage's view of a run: topology and layout, made anew only when something new appears on the stage.
import { traceIndex, type Trace, type TraceIndex } from '#trace';
import type { PageState, Playback, Workspace } from '../state/index.ts';
import type { StageGroups } from './stage-groups.svelte.ts';
import { layoutStage, type StageLayout, type StageRoom } from './stage-layout.ts';
import { flightsIn, flightsKnown, type DrawnFlight, type FlightScene } from './flight-plan.ts';
import type { StageView } from './stage-view.svelte.ts';
import { stageWords, type StageWords } from '../text/stage.ts';
import { StageTopology } from './stage-topology.ts';
import { TurnTimes } from './turn-times.ts';

export class StageModel {
	readonly #workspace: Workspace;
	readonly #playback: Playback;
	#known: { trace: Trace; words: StageWords; topology: StageTopology; turns: TurnTimes } | null =
		null;
	readonly #view: StageView;
	readonly #groups: StageGroups;
	#laidOut: {
		readonly topology: StageTopology;
		readonly version: number;
		readonly room: StageRoom;
		readonly layout: StageLayout;
	} | null = null;

	constructor({ workspace, playback }: PageState, view: StageView, groups: StageGroups) {
		this.#workspace = workspace;
		this.#playback = playback;
		this.#view = view;
		this.#groups = groups;
	}

	readonly #room: StageRoom = $derived.by(() => ({
		direction: this.#view.direction,
		pane: this.#view.room,
		choices: this.#groups.choices
	}));

	/** What is known of the run up to its horizon. */
	readonly topology: StageTopology = $derived.by(() => this.#follow().topology);

	readonly index: TraceIndex = $derived.by(() => traceIndex(this.#playback.trace));

	readonly layout: StageLayout = $derived.by(() => {
		const { topology } = this.#follow();
		const { version } = topology;
		const room = this.#room;
		const known = this.#laidOut;
		if (
			known?.topology === topology &&
			known.room === room &&
			(known.version === version || this.#isWorthWaiting(known.version, version))
		) {
			return known.layout;
		}
		const layout = layoutStage(topology.nodes, topology.edges, room);
		this.#laidOut = { topology, version, room, layout };
		return layout;
	});

	/** Messages in the air at the cursor. */
	readonly flights: readonly DrawnFlight[] = $derived.by(() =>
		flightsIn(this.#playback.world, this.scene)
	);

	/** What the flights are found in. */
	readonly scene: FlightScene = $derived.by(() => {
		const { trace } = this.#playback;
		const { index, topology, layout } = this;
		return { trace, index, topology, layout, known: flightsKnown() };
	});

	/** While a run is computed the picture is drawn anew only when it has grown a good deal. */
	#isWorthWaiting(drawn: number, known: number): boolean {
		return this.#workspace.live.status === 'running' && known < drawn * 1.5 + 8;
	}

	/** When turns under way end. */
	get turns(): TurnTimes {
		return this.#follow().turns;
	}

	#follow(): { topology: StageTopology; turns: TurnTimes } {
		const { trace, length } = this.#playback;
		const words = stageWords.now;
		if (this.#known?.trace !== trace || this.#known.words !== words) {
			const topology = new StageTopology(trace, words);
			this.#known = { trace, words, topology, turns: new TurnTimes(trace) };
		}
		if (length > 0) this.#known.topology.catchUp();
		return this.#known;
	}
}
