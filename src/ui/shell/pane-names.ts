// The panes of the page and the names people and tests know them by.
import type { LowerTab, NarrowTab, SideTab } from '../state/index.ts';

export type PaneName = NarrowTab;

/** Accessible names of the regions (a contract: tests use them). */
export const regionNames: Readonly<Record<PaneName, string>> = {
	lesson: 'Lesson',
	stage: 'Stage',
	sequence: 'Sequence diagram',
	events: 'Events',
	calls: 'Calls',
	editor: 'Editor',
	console: 'Console',
	inspector: 'Inspector'
};

export const lowerTabs: readonly { readonly id: LowerTab; readonly name: string }[] = [
	{ id: 'sequence', name: 'Sequence diagram' },
	{ id: 'events', name: 'Events' },
	{ id: 'calls', name: 'Calls' }
];

export const sideTabs: readonly { readonly id: SideTab; readonly name: string }[] = [
	{ id: 'console', name: 'Console' },
	{ id: 'inspector', name: 'Inspector' }
];

/** Tabs of the narrow page; the lesson only where there is one. */
export function narrowTabs(
	hasLesson: boolean
): readonly { readonly id: NarrowTab; readonly name: string }[] {
	return [
		...(hasLesson ? [{ id: 'lesson', name: 'Lesson' } as const] : []),
		{ id: 'stage', name: 'Stage' },
		{ id: 'sequence', name: 'Sequence' },
		{ id: 'editor', name: 'Code' },
		{ id: 'console', name: 'Console' },
		{ id: 'events', name: 'Events' },
		{ id: 'calls', name: 'Calls' },
		{ id: 'inspector', name: 'Inspector' }
	];
}
