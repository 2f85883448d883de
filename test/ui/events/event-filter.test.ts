import { expect, test } from 'vitest';
import { Trace } from '#trace';
import {
	filterChoices,
	holds,
	passes,
	type EventFilter
} from '../../../src/ui/events/event-filter.ts';
import type { Sentences } from '../../../src/ui/shared/sentences.svelte.ts';
import * as english from '../../../src/ui/shared/event-words.ts';
import * as chinese from '#trace/chinese';
import { delivered, eventList, linkOpened, sent } from '../../support/event-list.ts';

const request = ['request', 1, 'user', 'time', 'timeRemote', 'now', '["Hello"]'];
const list = eventList(
	{ ...linkOpened(1, 'gate', 'time', 'pomelo-rpc'), at: 0 },
	sent(1, 'gate', request, 1000),
	{
		kind: 'call.started',
		actor: 'call:1',
		data: { number: 1, protocol: 'pomelo', key: '1', caller: 'gate', target: 'now' },
		at: 1000
	},
	delivered(1, 'gate', 1, request, 11_000),
	{
		kind: 'process.output',
		actor: 'process:time',
		data: { stream: 'stdout', text: 'Hi' },
		at: 11_000
	},
	{ kind: 'process.timer-due', actor: 'process:time', data: { timer: 1 }, at: 12_000 }
);
const trace = new Trace();
trace.append(list.events);
const all: EventFilter = {
	level: 'everything',
	call: null,
	place: '',
	kind: '',
	fromUs: null,
	toUs: null
};

function found(filter: Partial<EventFilter>): readonly number[] {
	const isFound = passes({ ...all, ...filter }, trace);
	return list.events.filter(isFound).map(({ seq }) => seq);
}

test('events are chosen by level, call, place, kind and time', () => {
	expect(found({})).toEqual([0, 1, 2, 3, 4, 5]);
	expect(found({ level: 'calls' })).toEqual([2]);
	expect(found({ level: 'messages' })).toEqual([1, 2, 3, 4]);
	expect(found({ call: 1 })).toEqual([1, 2, 3]);
	expect(found({ call: 2 })).toEqual([]);
	expect(found({ place: 'time' })).toEqual([4, 5]);
	expect(found({ kind: 'link.sent' })).toEqual([1]);
	expect(found({ fromUs: 11_000 })).toEqual([3, 4, 5]);
	expect(found({ fromUs: 1000, toUs: 11_000, level: 'messages' })).toEqual([1, 2, 3, 4]);
});

test('the choices are what there is in the run, calls by their number', () => {
	const { places, kinds, calls } = filterChoices(trace, trace.length, english);
	expect(places.map(({ name }) => name)).toEqual(['gate \u2192 time', 'time']);
	expect(kinds).toContain('process.timer-due');
	expect(calls).toBe(1);
});

test('places are named in the language of the page and filtered by the same name in every one', () => {
	const inEnglish = filterChoices(trace, trace.length, english).places;
	const inChinese = filterChoices(trace, trace.length, chinese).places;
	expect(inChinese.map(({ place }) => place)).toEqual(inEnglish.map(({ place }) => place));
});

test('a text is looked for in the sentences of the language that is shown', () => {
	const hits = (text: string, words: Sentences) =>
		list.events.filter(holds(text, trace, words)).map(({ seq }) => seq);
	expect(hits('输出', chinese)).toEqual([4]);
	expect(hits('prints', chinese)).toEqual([]);
	expect(hits('prints', english)).toEqual([4]);
});

test('a text is looked for in sentence, kind and place', () => {
	const hits = (text: string) =>
		list.events.filter(holds(text, trace, english)).map(({ seq }) => seq);
	expect(hits('hello')).toEqual([1, 3]);
	expect(hits(' PRINTS ')).toEqual([4]);
	expect(hits('timer-due')).toEqual([5]);
});
