// What each key of the page does.
import type { KeyCommand } from '../shared/key-bindings.ts';
import { playbackSpeeds, type PageState } from '../state/index.ts';
import type { StageView } from '../stage/stage-view.svelte.ts';

/** Carries out a key's command. `focusRegion` moves the focus to a region of the page. */
export function runCommand(
	command: KeyCommand,
	page: PageState,
	stage: StageView,
	focusRegion: (name: 'stage' | 'editor') => void
): void {
	const { playback, selection, view, workspace } = page;
	switch (command) {
		case 'toggle':
			playback.toggle();
			return;
		case 'step-forward':
			playback.stepForward();
			return;
		case 'step-back':
			playback.stepBack();
			return;
		case 'event-forward':
			playback.seek(playback.cursor + 1);
			return;
		case 'event-back':
			playback.seek(playback.cursor - 1);
			return;
		case 'restart':
			playback.restart();
			return;
		case 'end':
			playback.seek(playback.length);
			return;
		case 'slower':
		case 'faster':
			playback.speed = neighbour(playback.speed, command === 'faster' ? 1 : -1);
			return;
		case 'zoom-in':
			stage.zoomBy(1.25);
			return;
		case 'zoom-out':
			stage.zoomBy(0.8);
			return;
		case 'fit':
			stage.fit();
			return;
		case 'editor':
		case 'stage':
			focusRegion(command);
			return;
		case 'clear':
			if (view.presenting) view.presenting = false;
			else selection.clear();
			return;
		case 'present':
			view.presenting = !view.presenting;
			return;
		case 'pointer-light':
			view.pointerLight = !view.pointerLight;
			return;
		case 'faults':
			void import('../faults/moment.ts').then(({ openForSelection }) => {
				openForSelection(page);
			});
			return;
		case 'undo':
		case 'redo':
			void import('../faults/undo.ts').then((history) => {
				history[command](page);
			});
			return;
		case 'help':
			view.helpOpen = true;
			return;
		case 'cancel':
			if (workspace.live.status === 'running') workspace.live.cancel();
			return;
		default:
			void page.loadTime().then((tools) => {
				tools.run(command);
			});
	}
}

function neighbour(speed: number, step: 1 | -1): number {
	const index = playbackSpeeds.indexOf(speed) + step;
	return playbackSpeeds[Math.min(Math.max(index, 0), playbackSpeeds.length - 1)] ?? 1;
}
