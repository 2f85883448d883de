// Every key of the page in one table: what the key handler looks up and what the help dialog shows.

export type KeyCommand =
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
	| 'help';

export interface KeyBinding {
	/** As KeyboardEvent.key says it, `Shift+` in front where it matters. */
	readonly key: string;
	/** As the person reads it. */
	readonly shown: string;
	readonly command: KeyCommand;
	readonly does: string;
}

export const keyBindings: readonly KeyBinding[] = [
	{ key: ' ', shown: 'Space', command: 'toggle', does: 'Play or pause' },
	{ key: 'ArrowRight', shown: '→', command: 'step-forward', does: 'Step forward' },
	{ key: 'ArrowLeft', shown: '←', command: 'step-back', does: 'Step back' },
	{
		key: 'Shift+ArrowRight',
		shown: 'Shift →',
		command: 'event-forward',
		does: 'One event forward'
	},
	{ key: 'Shift+ArrowLeft', shown: 'Shift ←', command: 'event-back', does: 'One event back' },
	{ key: 'Home', shown: 'Home', command: 'restart', does: 'Back to time 0' },
	{ key: 'End', shown: 'End', command: 'end', does: 'To the end of the run' },
	{ key: '[', shown: '[', command: 'slower', does: 'Play slower' },
	{ key: ']', shown: ']', command: 'faster', does: 'Play faster' },
	{ key: '+', shown: '+', command: 'zoom-in', does: 'Enlarge the stage' },
	{ key: '-', shown: '−', command: 'zoom-out', does: 'Shrink the stage' },
	{ key: '0', shown: '0', command: 'fit', does: 'Fit the stage' },
	{ key: 's', shown: 'S', command: 'stage', does: 'Go to the stage' },
	{ key: 'e', shown: 'E', command: 'editor', does: 'Go to the editor' },
	{ key: 'Escape', shown: 'Esc', command: 'clear', does: 'Clear the selection' },
	{ key: '?', shown: '?', command: 'help', does: 'Show these keys' }
];

/** The command of a key press, or null. Keys typed into a field or with Ctrl, Alt or Meta are none. */
export function commandOf(event: {
	readonly key: string;
	readonly shiftKey: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
}): KeyCommand | null {
	if (event.ctrlKey || event.altKey || event.metaKey) return null;
	const withShift = event.shiftKey && event.key.startsWith('Arrow');
	const key = withShift ? `Shift+${event.key}` : event.key;
	return keyBindings.find((binding) => binding.key === key)?.command ?? null;
}

/** Elements that use these keys themselves. */
const takesArrows =
	'input, select, textarea, [role="tab"], [role="slider"], [role="separator"], [role="grid"]';
const takesSpace = 'button, a, summary, input, select, textarea, [role="button"], [role="tab"]';

/** Does the focused element want this key for itself? */
export function isTaken(target: EventTarget | null, command: KeyCommand, key: string): boolean {
	if (!(target instanceof Element)) return false;
	if (target.closest('.monaco-editor, [contenteditable="true"]') !== null) return true;
	if (target.matches('textarea, select, input:not([type="range"])')) return key !== 'Escape';
	if (command === 'toggle') return target.closest(takesSpace) !== null;
	if (key.startsWith('Arrow') || key === 'Home' || key === 'End') {
		return target.closest(takesArrows) !== null;
	}
	return false;
}
