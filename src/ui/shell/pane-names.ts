// The panes of the page and their tabs. Accessible names of the regions (a contract: tests use them) are in text/shell.ts.
import type { LowerTab, NarrowTab, SideTab } from '../state/index.ts';
import type { ShellWords } from '../text/shell.ts';

export type PaneName = NarrowTab;

interface Tab<Id> {
	readonly id: Id;
	readonly name: string;
}

export function lowerTabs({ regions }: ShellWords): readonly Tab<LowerTab>[] {
	return [
		{ id: 'sequence', name: regions.sequence },
		{ id: 'events', name: regions.events },
		{ id: 'calls', name: regions.calls },
		{ id: 'metrics', name: regions.metrics }
	];
}

export function sideTabs({ regions }: ShellWords): readonly Tab<SideTab>[] {
	return [
		{ id: 'console', name: regions.console },
		{ id: 'inspector', name: regions.inspector }
	];
}

/** Tabs of the narrow page; the lesson only where there is one. */
export function narrowTabs(
	{ regions, shortTabs }: ShellWords,
	hasLesson: boolean
): readonly Tab<NarrowTab>[] {
	const order: readonly NarrowTab[] = [
		...(hasLesson ? (['lesson'] as const) : []),
		'stage',
		'sequence',
		'editor',
		'console',
		'events',
		'calls',
		'metrics',
		'inspector'
	];
	return order.map((id) => ({ id, name: { ...regions, ...shortTabs }[id] }));
}
