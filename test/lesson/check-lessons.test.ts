// The check of lessons: a sound lesson has no problem, and each kind of mistake is told at its place.
import { describe, expect, test } from 'vitest';
import { checkLessons } from '../../src/lesson/check-lessons.ts';
import { problemText } from '../../src/lesson/problems.ts';
import { computeRun } from '../support/compute-run.ts';
import {
	changedCourse,
	smallCourse,
	smallLesson,
	smallTranslation,
	type Change
} from '../support/small-course.ts';

async function problemsOf(changes: Readonly<Record<string, Change>>): Promise<readonly string[]> {
	const { problems } = await checkLessons(changedCourse(changes), { compute: computeRun });
	return problems.map((problem) => problemText(problem));
}

const original = smallCourse[`${smallLesson}/lesson.md`] ?? '';
const replace = (from: string, to: string) => (text: string) => text.replace(from, to);

const translation = smallTranslation(original);

test('a lesson as `lessons new` writes it has no problem, with a translation neither', async () => {
	expect(await problemsOf({ 'lesson.zh.md': translation })).toEqual([]);
});

describe('a mistake is told at its place', () => {
	const mistakes: readonly [string, Readonly<Record<string, Change>>, string][] = [
		[
			'front matter',
			{ 'lesson.md': replace('minutes: 5', 'minutes: soon') },
			'lesson.md:5: minutes'
		],
		[
			'no such key',
			{ 'lesson.md': replace('file:', 'flie:') },
			'lesson.md:7: flie: there is no such'
		],
		['an unknown directive', { 'lesson.md': replace('@actors', '@actor') }, 'lesson.md:14: @actor'],
		[
			'a bad selector',
			{ 'lesson.md': replace('link.delivered', 'delivered') },
			'lesson.md:13: @cursor'
		],
		['a bad check', { 'lesson.md': replace('answered min=1', 'answred') }, 'lesson.md:30: @check'],
		[
			'quoted code that is gone',
			{ 'start/server.js': replace('const answer', 'let answer') },
			'lesson.md:11: "const answer"'
		],
		[
			'a file that is none',
			{ 'lesson.md': replace('file: server.js', 'file: sever.js') },
			'lesson.md:1: sever.js is not among'
		],
		[
			'an event that never happens',
			{ 'lesson.md': replace('nth=1', 'nth=9') },
			'lesson.md:11: with seed 1 this never happens'
		],
		[
			'a question whose answer can be seen already',
			{ 'lesson.md': (text) => text.replace(/@cursor .*/, '@cursor run.ended') },
			'lesson.md:11: with seed 1 the cursor is behind what answers the question: process.output'
		],
		[
			'a start that is right already',
			{ 'start/server.js': () => smallCourse[`${smallLesson}/solution/server.js`] ?? '' },
			'lesson.md:25: the task'
		],
		[
			'a solution that is wrong',
			{ 'solution/server.js': replace('* 2', '* 3') },
			'solution: the task "Your turn: double it": fails'
		],
		[
			'a variant that is wrong',
			{ 'solution-short/server.js': 'main();' },
			'solution-short: the task'
		],
		[
			'a task that only looks at what is printed',
			{
				'lesson.md': (text) =>
					text
						.replace('file: server.js', 'file: server.js\neditable: server.js, client.js')
						.replace('answered min=1', 'never call.timed-out')
			},
			'lesson.md:26: the task "Your turn: double it" is passed by a program that only prints'
		],
		[
			'a wrong answer that passes',
			{
				'wrong/text-twice/server.js': () => smallCourse[`${smallLesson}/solution/server.js`] ?? ''
			},
			'lesson.md:33: @wrong: text-twice should fail'
		],
		[
			'a wrong answer without a folder',
			{ 'wrong/text-twice/server.js': undefined },
			'lesson.md:33: @wrong: there is no folder'
		],
		['a wrong answer nobody names', { 'wrong/other/server.js': 'x' }, 'wrong/other: no @wrong'],
		[
			'a wrong answer that fails another check',
			{
				'lesson.md': replace(
					'text-twice "The client prints the number doubled"',
					'text-twice "Every question is answered"'
				)
			},
			'lesson.md:33: @wrong: text-twice should fail "Every'
		],
		['no solution', { 'solution/server.js': undefined }, 'solution: expected the files'],
		[
			'a solution of a file that may not change',
			{ 'solution/client.js': 'x' },
			'solution/client.js: the front matter does not say'
		],
		['no notes for the teacher', { 'teacher.md': undefined }, 'teacher.md: expected notes'],
		[
			'notes without timing',
			{ 'teacher.md': replace('## Timing', '## Time') },
			'teacher.md:1: expected a heading "## Timing"'
		],
		[
			'a scenario field',
			{ 'scenario.json': replace('"role": "client"', '"roel": "client"') },
			'scenario.json:18: processes[1].roel'
		],
		[
			'a link that leads nowhere',
			{ 'lesson.md': replace('Say what', '[See](#/lesson/gone) what') },
			'lesson.md:11: the link #/lesson/gone'
		],
		[
			'a needed lesson that is gone',
			{ 'lesson.md': replace('file:', 'needs: gone\nfile:') },
			'lesson.md:1: needs: there is no lesson gone'
		],
		[
			'a script that is not there',
			{ 'lesson.md': replace('answered min=1', 'script all.js') },
			'lesson.md:30: @check: there is no file checks/all.js'
		],
		[
			'a plan that is not there',
			{ 'lesson.md': replace('@points 2', '@plan cut') },
			'lesson.md:28: @plan: there is no file plans/cut.json'
		],
		[
			'a plan with a mistake',
			{
				'lesson.md': replace('@points 2', '@plan cut'),
				'plans/cut.json':
					'{\n"title": "A cut",\n"interventions": [\n{ "at": 1, "do": "kil", "process": "server" }] }'
			},
			'plans/cut.json:4: interventions[0].do'
		],
		[
			'a stale translation',
			{ 'lesson.zh.md': translation, 'lesson.md': replace('One or two', 'Two or three') },
			'lesson.zh.md:1: stale'
		],
		[
			'a translation that lacks a step',
			{ 'lesson.zh.md': () => translation.split('## 轮到你了')[0] ?? '' },
			'lesson.zh.md:1: found 1 steps'
		],
		[
			'a translation that lacks a hint',
			{ 'lesson.zh.md': () => translation.replace('@hint 看看类型。\n', '') },
			'step "轮到你了": 1 hints'
		],
		[
			'a track without words',
			{ '01-track/track.json': '{"title": "x"}' },
			'track.json: summary: expected a value'
		],
		[
			'an id that is taken',
			{
				'01-track/02-twin/lesson.md': () => original,
				'01-track/02-twin/scenario.json': () => smallCourse[`${smallLesson}/scenario.json`] ?? '',
				...twin()
			},
			'lesson.md:2: the id small is taken by 01-track/01-small'
		]
	];
	test.each(mistakes)('%s', async (_, changes, expected) => {
		const problems = await problemsOf(changes);
		expect(
			problems.some((problem) => problem.includes(expected)),
			problems.join('\n')
		).toBe(true);
	});
});

/** The rest of the lesson under another folder. */
function twin(): Readonly<Record<string, Change>> {
	return Object.fromEntries(
		Object.entries(smallCourse).flatMap(([path, text]) =>
			path.startsWith(`${smallLesson}/`) && !/lesson\.md$|scenario\.json$/.test(path)
				? [[path.replace('01-small', '02-twin'), text]]
				: []
		)
	);
}
