import { expect, test } from 'vitest';
import { Catalogue } from '../../src/lesson/catalogue.ts';
import { readLesson } from '../../src/lesson/lesson-folder.ts';
import { problemText } from '../../src/lesson/problems.ts';

const lessonText = [
	'---',
	'id: small',
	'title: A small lesson',
	'summary: It is small.',
	'minutes: 5',
	'concepts: testing',
	'file: a.js',
	'seeds: 1, 2',
	'---',
	'## One',
	'@lines a.js "start"',
	'Text.'
].join('\n');

const files = {
	'scenarios/base/scenario.json': JSON.stringify({
		version: 1,
		title: 'Base',
		files: ['a.js', 'b.js'],
		processes: [{ name: 'p', file: 'a.js' }],
		links: { latencyMs: 10 }
	}),
	'scenarios/base/a.js': 'base a',
	'scenarios/base/b.js': 'base b',
	'01-track/01-small/lesson.md': lessonText,
	'01-track/01-small/scenario.json': JSON.stringify({
		version: 1,
		extends: '../../scenarios/base',
		base: 'start',
		files: ['a.js'],
		links: { latencyMs: 20 }
	}),
	'01-track/01-small/start/a.js': 'start a',
	'01-track/01-small/solution/a.js': 'solved a',
	'01-track/01-small/teacher.md': '## Misconceptions\n## Timing\n## Questions\n',
	'01-track/track.json': JSON.stringify({ title: 'Small things', summary: 'All small.' })
};

test('a lesson builds on another folder and puts its own files over it', () => {
	const lesson = new Catalogue(files).lesson('small');
	expect(lesson?.scenario).toMatchObject({
		id: 'small',
		title: 'A small lesson',
		files: { 'a.js': 'start a', 'b.js': 'base b' },
		links: { latencyMs: 20 }
	});
	expect(lesson?.solution).toEqual({ 'a.js': 'solved a' });
});

test('the catalogue lists what there is, without the files', () => {
	const catalogue = new Catalogue(files);
	expect(catalogue.scenarios).toEqual([
		{ id: 'base', title: 'Base', description: '', group: '', translations: {} }
	]);
	expect(catalogue.lessons.map(({ id, track, path }) => ({ id, track, path }))).toEqual([
		{ id: 'small', track: '01-track', path: '01-track/01-small' }
	]);
	expect(catalogue.tracks).toEqual([
		{ id: '01-track', title: 'Small things', summary: 'All small.', translations: {} }
	]);
	expect(catalogue.lesson('none')).toBeUndefined();
	expect(catalogue.scenario('none')).toBeUndefined();
});

test('scenarios are listed group by group, those of no group behind', () => {
	const scenario = JSON.stringify({ version: 1, files: {}, processes: [] });
	const { scenarios } = new Catalogue({
		'scenarios/a/scenario.json': scenario,
		'scenarios/b/scenario.json': scenario,
		'scenarios/c/scenario.json': scenario,
		'scenarios/groups.json': JSON.stringify([
			{ title: 'First', scenarios: ['c', 'gone'] },
			{ title: 'Second', scenarios: ['a'] }
		])
	});
	expect(scenarios.map(({ id, group }) => [id, group])).toEqual([
		['c', 'First'],
		['a', 'Second'],
		['b', '']
	]);
});

test('a scenario and its group have other words in another language', () => {
	const scenario = JSON.stringify({ version: 1, title: 'A', files: {}, processes: [] });
	const { scenarios } = new Catalogue({
		'scenarios/a/scenario.json': scenario,
		'scenarios/b/scenario.json': scenario,
		'scenarios/groups.json': JSON.stringify([{ title: 'First', scenarios: ['a', 'b'] }]),
		'scenarios/words.zh.json': JSON.stringify({
			groups: { First: '第一' },
			scenarios: { a: { title: '甲', description: '一个' } }
		})
	});
	expect(scenarios.map(({ translations }) => translations)).toEqual([
		{ zh: { title: '甲', description: '一个', group: '第一' } },
		{}
	]);
});

function problemsWith(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
	const all: Readonly<Record<string, string | undefined>> = { ...files, ...changes };
	const changed = Object.fromEntries(
		Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))
	);
	const { folders } = new Catalogue(changed);
	return readLesson('01-track/01-small', folders).problems.map(problemText);
}

test('problems in all of its files are told at once', () => {
	expect(problemsWith({})).toEqual([]);
	expect(
		problemsWith({
			'01-track/01-small/lesson.md': lessonText.replace('"start"', '"gone"'),
			'01-track/01-small/solution/a.js': undefined,
			'01-track/01-small/solution/c.js': 'c'
		})
	).toEqual([
		'lesson.md:10: "gone" is not in a.js',
		'solution/c.js: expected a file that the scenario has too'
	]);
	expect(
		problemsWith({ '01-track/01-small/start/a.js': undefined, 'scenarios/base/b.js': undefined })
	).toEqual([
		'scenario.json:1: extends: expected the path of another folder with a scenario.json that can be read, found "../../scenarios/base"',
		'scenario.json:1: files[0]: expected the path of a file in the folder of scenario.json below start/, found "a.js"'
	]);
	expect(problemsWith({ '01-track/01-small/scenario.json': '{' })[0]).toContain(
		'scenario.json: expected JSON'
	);
});
