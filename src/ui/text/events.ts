// The words of the events table.
import { Texts } from './texts.svelte.ts';

const english = {
	rows: 'Rows: arrow up and down move the cursor, slash searches',
	event: 'Event',
	time: 'Time',
	where: 'Where',
	what: 'What happened',
	nothingYet: (level: string) =>
		`Nothing has happened yet at the level “${level}”. Press play, or choose a finer level.`,
	nothingPasses: 'No event passes these filters.',
	noHit: 'No event holds this text.',
	clear: 'Clear all',
	search: 'Search events',
	searchHint: 'Search what happened',
	hits: (place: string, all: string) => `${place} of ${all}`,
	hitCount: (hits: string) => `${hits} found`,
	noHits: 'none found',
	events: (shown: string, all: string) =>
		shown === all ? `${all} events` : `${shown} of ${all} events`,
	searching: 'searching…',
	next: 'Next hit',
	previous: 'Previous hit',
	onlyHits: 'Show only hits',
	filters: 'Filters',
	filtersSet: (count: number) => `Filters, ${String(count)} set`,
	call: 'Call',
	allCalls: 'every call',
	callNumber: (call: number) => `call ${String(call)}`,
	place: 'Where',
	allPlaces: 'everywhere',
	kind: 'Kind',
	allKinds: 'every kind',
	level: 'Detail',
	levelAsSteps: 'as steps',
	from: 'From (ms)',
	to: 'To (ms)'
};

export type EventWords = typeof english;
export const eventWords = new Texts(english, () => import('./zh/events.ts'));
