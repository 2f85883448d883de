// Every key of the page in one table: what the key handler looks up and the help dialog shows. What each does, in words:
// text/keys.ts.

/** Commands of the time tools (timeline/time-tools.svelte.ts), which load behind the first picture. */
export type TimeCommand =
	| 'message-forward'
	| 'message-back'
	| 'turn-forward'
	| 'turn-back'
	| 'call-forward'
	| 'call-back'
	| 'selected-forward'
	| 'selected-back'
	| 'sought-forward'
	| 'sought-back'
	| 'choose-step'
	| 'bookmark'
	| 'bookmark-forward'
	| 'bookmark-back'
	| 'loop-from'
	| 'loop-to'
	| 'loop-off'
	| 'copy-moment';

export type KeyCommand =
	| TimeCommand
	| 'cancel'
	| 'toggle'
	| 'step-forward'
	| 'step-back'
	| 'event-forward'
	| 'event-back'
	| 'restart'
	| 'end'
	| 'slower'
	| 'faster'
	| 'zoom-in'
	| 'zoom-out'
	| 'fit'
	| 'editor'
	| 'stage'
	| 'clear'
	| 'present'
	| 'pointer-light'
	| 'faults'
	| 'undo'
	| 'redo'
	| 'help';

/** How the help dialog groups them. */
export type KeyGroup = 'time' | 'steps' | 'moments' | 'stage' | 'places' | 'page';

export interface KeyBinding {
	/** As KeyboardEvent.key says it, `Shift+` in front where it matters, `Ctrl+` (or the Mac's Command) before that. */
	readonly key: string;
	/** As the person reads it. */
	readonly shown: string;
	readonly command: KeyCommand;
	readonly group: KeyGroup;
}

export const keyBindings: readonly KeyBinding[] = [
	{ key: ' ', shown: 'Space', command: 'toggle', group: 'time' },
	{ key: 'ArrowRight', shown: '→', command: 'step-forward', group: 'time' },
	{ key: 'ArrowLeft', shown: '←', command: 'step-back', group: 'time' },
	{ key: 'Shift+ArrowRight', shown: 'Shift →', command: 'event-forward', group: 'time' },
	{ key: 'Shift+ArrowLeft', shown: 'Shift ←', command: 'event-back', group: 'time' },
	{ key: 'Home', shown: 'Home', command: 'restart', group: 'time' },
	{ key: 'End', shown: 'End', command: 'end', group: 'time' },
	{ key: '[', shown: '[', command: 'slower', group: 'time' },
	{ key: ']', shown: ']', command: 'faster', group: 'time' },
	{ key: 'x', shown: 'X', command: 'cancel', group: 'time' },
	{ key: 'm', shown: 'M', command: 'message-forward', group: 'steps' },
	{ key: 'M', shown: 'Shift M', command: 'message-back', group: 'steps' },
	{ key: 't', shown: 'T', command: 'turn-forward', group: 'steps' },
	{ key: 'T', shown: 'Shift T', command: 'turn-back', group: 'steps' },
	{ key: 'c', shown: 'C', command: 'call-forward', group: 'steps' },
	{ key: 'C', shown: 'Shift C', command: 'call-back', group: 'steps' },
	{ key: 'a', shown: 'A', command: 'selected-forward', group: 'steps' },
	{ key: 'A', shown: 'Shift A', command: 'selected-back', group: 'steps' },
	{ key: 'n', shown: 'N', command: 'sought-forward', group: 'steps' },
	{ key: 'N', shown: 'Shift N', command: 'sought-back', group: 'steps' },
	{ key: 'k', shown: 'K', command: 'choose-step', group: 'steps' },
	{ key: 'b', shown: 'B', command: 'bookmark', group: 'moments' },
	{ key: 'j', shown: 'J', command: 'bookmark-forward', group: 'moments' },
	{ key: 'J', shown: 'Shift J', command: 'bookmark-back', group: 'moments' },
	{ key: 'i', shown: 'I', command: 'loop-from', group: 'moments' },
	{ key: 'o', shown: 'O', command: 'loop-to', group: 'moments' },
	{ key: 'l', shown: 'L', command: 'loop-off', group: 'moments' },
	{ key: 'y', shown: 'Y', command: 'copy-moment', group: 'moments' },
	{ key: '+', shown: '+', command: 'zoom-in', group: 'stage' },
	{ key: '-', shown: '−', command: 'zoom-out', group: 'stage' },
	{ key: '0', shown: '0', command: 'fit', group: 'stage' },
	{ key: 's', shown: 'S', command: 'stage', group: 'places' },
	{ key: 'e', shown: 'E', command: 'editor', group: 'places' },
	{ key: 'Escape', shown: 'Esc', command: 'clear', group: 'stage' },
	{ key: 'p', shown: 'P', command: 'present', group: 'page' },
	{ key: 'h', shown: 'H', command: 'pointer-light', group: 'page' },
	{ key: 'f', shown: 'F', command: 'faults', group: 'stage' },
	{ key: 'Ctrl+z', shown: 'Ctrl/⌘ Z', command: 'undo', group: 'page' },
	{ key: 'Ctrl+Shift+z', shown: 'Shift Ctrl/⌘ Z', command: 'redo', group: 'page' },
	{ key: '?', shown: '?', command: 'help', group: 'page' }
];

/** The command of a key press, or null. */
export function commandOf(event: {
	readonly key: string;
	readonly shiftKey: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
}): KeyCommand | null {
	if (event.altKey) return null;
	const withCtrl = event.ctrlKey || event.metaKey;
	const withShift = event.shiftKey && (withCtrl || event.key.startsWith('Arrow'));
	const plain = withCtrl ? event.key.toLowerCase() : event.key;
	const key = `${withCtrl ? 'Ctrl+' : ''}${withShift ? 'Shift+' : ''}${plain}`;
	return keyBindings.find((binding) => binding.key === key)?.command ?? null;
}

/** Elements that use these keys themselves. */
const takesArrows =
	'input, select, textarea, [role="tab"], [role="slider"], [role="separator"], [role="grid"]';
const takesSpace = 'button, a, summary, input, select, textarea, [role="button"], [role="tab"]';

/** Does the focused element want this key for itself? */
export function isTaken(target: EventTarget | null, command: KeyCommand, key: string): boolean {
	if (!(target instanceof Element)) return false;
	// The code editor takes Escape itself as long as something of its own is open, and then prevents the default.
	if (target.closest('.monaco-editor, [contenteditable="true"]') !== null) return key !== 'Escape';
	if (target.matches('textarea, select, input:not([type="range"])')) return key !== 'Escape';
	if (command === 'toggle') return target.closest(takesSpace) !== null;
	if (key.startsWith('Arrow') || key === 'Home' || key === 'End') {
		return target.closest(takesArrows) !== null;
	}
	return false;
}
