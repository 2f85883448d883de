// Every key of the page in one table: what the key handler looks up and the help dialog shows. What each does, in words:
// text/keys.ts.

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

/** How the help dialog groups them. */
export type KeyGroup = 'time' | 'stage' | 'places' | 'page';

export interface KeyBinding {
	/** As KeyboardEvent.key says it, `Shift+` in front where it matters. */
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
	{ key: '+', shown: '+', command: 'zoom-in', group: 'stage' },
	{ key: '-', shown: '−', command: 'zoom-out', group: 'stage' },
	{ key: '0', shown: '0', command: 'fit', group: 'stage' },
	{ key: 's', shown: 'S', command: 'stage', group: 'places' },
	{ key: 'e', shown: 'E', command: 'editor', group: 'places' },
	{ key: 'Escape', shown: 'Esc', command: 'clear', group: 'stage' },
	{ key: '?', shown: '?', command: 'help', group: 'page' }
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
