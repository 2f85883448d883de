import { describe, expect, test } from 'vitest';
import { parseLessonText } from '../../src/lesson/parse-lesson.ts';
import { problemText, ProblemList } from '../../src/lesson/problems.ts';

const front = [
	'---',
	'id: small',
	'title: A small lesson',
	'summary: It is small.',
	'minutes: 5',
	'concepts: testing',
	'file: a.js',
	'seeds: 1, 2',
	'---',
	''
].join('\n');

function read(body: string, head = front) {
	const problems = new ProblemList();
	const lesson = parseLessonText('lesson.md', `${head}${body}`, problems);
	return { lesson, problems: problems.all.map(problemText) };
}

describe('a good lesson', () => {
	const { lesson, problems } = read(
		[
			'## First',
			'@cursor call.started caller=client nth=2',
			'@actors process:client queue:q',
			'Some **bold** text with <script>alert(1)</script>.',
			'@code a.js "const x" "};"',
			'More text.',
			'## Second',
			'@predict Which one?',
			'@reveal call.answered nth=last',
			'- [ ] this :: No, because.',
			'- [x] that :: Yes, because.',
			'## Do it',
			'@task',
			'@check "All is answered" answered min=2',
			'@hint Look at `x`.'
		].join('\n')
	);

	test('has its front matter and its steps', () => {
		expect(problems).toEqual([]);
		expect(lesson?.seeds).toEqual([1, 2]);
		expect(lesson?.steps.map((step) => step.title)).toEqual(['First', 'Second', 'Do it']);
	});

	test('moves the cursor by what an event is', () => {
		expect(lesson?.steps[0]?.cursor).toEqual({
			kind: 'call.started',
			conditions: [{ field: 'caller', operator: '=', value: 'client' }],
			nth: 2,
			text: 'call.started caller=client nth=2'
		});
		expect(lesson?.steps[1]?.prediction?.reveal?.nth).toBe(-1);
	});

	test('keeps prose and code in reading order and shows HTML as text', () => {
		const [prose, code, more] = lesson?.steps[0]?.blocks ?? [];
		expect(prose?.type === 'prose' && prose.html).toContain('<strong>bold</strong>');
		expect(prose?.type === 'prose' && prose.html).toContain('&lt;script&gt;');
		expect(prose?.type === 'prose' && prose.html).not.toContain('<script>');
		expect(code).toEqual({
			type: 'code',
			reference: { file: 'a.js', from: 'const x', to: '};' }
		});
		expect(more?.type).toBe('prose');
	});

	test('has one right answer and says why', () => {
		expect(lesson?.steps[1]?.prediction?.options).toEqual([
			{ text: 'this', isRight: false, because: 'No, because.' },
			{ text: 'that', isRight: true, because: 'Yes, because.' }
		]);
	});

	test('ends with a task', () => {
		expect(lesson?.steps[2]?.task).toEqual({
			checks: [
				{
					says: 'All is answered',
					assertion: { form: 'answered', calls: { caller: null, target: null }, min: 2 }
				}
			],
			checkLines: [23],
			hints: ['Look at <code>x</code>.'],
			points: 1,
			plans: [],
			wrong: []
		});
	});
});

test('every problem is told at once, with its line', () => {
	const { lesson, problems } = read(
		[
			'## One',
			'@cursor nonsense',
			'@jump somewhere',
			'@actors client',
			'@check "It is" never call.orphaned',
			'@predict Which?',
			'- [x] only one :: Yes.'
		].join('\n'),
		front.replace('minutes: 5', 'minutes: soon').replace('id: small', 'id: Not Small')
	);
	expect(lesson).toBeUndefined();
	expect(problems).toEqual([
		'lesson.md:2: id: expected lower-case letters, digits and hyphens',
		'lesson.md:5: minutes: expected a number',
		'lesson.md:10: a prediction needs two or more lines "- [ ] answer :: because", one of them "- [x]"; found 1, 1 of them right',
		'lesson.md:11: @cursor: expected an event kind such as "call.answered", found nonsense',
		expect.stringContaining('lesson.md:12: @jump: expected one of'),
		'lesson.md:13: @actors: expected actors such as process:client, found client',
		'lesson.md:14: @check, @hint, @plan, @points and @wrong belong to a step, behind its @task'
	]);
});

test('missing front matter and missing steps are problems too', () => {
	expect(read('', '').problems).toEqual([
		'lesson.md:1: expected front matter: a line ---, lines "key: value", a line ---',
		'lesson.md:1: expected at least one step'
	]);
});

test('a lesson may have several tasks, each with its points, plans and wrong answers', () => {
	const task = (sentence: string) =>
		`## Task\n@task\n@points 2\n@check "${sentence}" never call.orphaned\n@plan cut hidden\n@wrong lazy "${sentence}"\n@hint x\n`;
	const { lesson, problems } = read(`${task('It is')}${task('It is so')}## After\ntext`);
	expect(problems).toEqual([]);
	expect(lesson?.steps.map((step) => step.task?.points)).toEqual([2, 2, undefined]);
	expect(lesson?.steps[0]?.task?.plans).toEqual([{ name: 'cut', hidden: true, line: 14 }]);
	expect(lesson?.steps[0]?.task?.wrong).toEqual([{ name: 'lazy', fails: 'It is', line: 15 }]);
});

test('a button holds an intervention and stands where it was written', () => {
	const { lesson, problems } = read(
		'## One\nBefore.\n@act "Kill it" {"do": "kill", "process": "server"}\nBehind.\n'
	);
	expect(problems).toEqual([]);
	expect(lesson?.steps[0]?.blocks.map(({ type }) => type)).toEqual(['prose', 'act', 'prose']);
	expect(lesson?.steps[0]?.blocks[1]).toEqual({
		type: 'act',
		label: 'Kill it',
		intervention: { do: 'kill', process: 'server' }
	});
	expect(read('## One\n@act "Kill it" {"do": "kill"}\n').problems[0]).toContain(
		'lesson.md:11: @act: process: expected'
	);
});

test('directives inside a fenced block are text', () => {
	const { lesson, problems } = read('## One\n```\n@cursor nonsense\n```\n');
	expect(problems).toEqual([]);
	const [block] = lesson?.steps[0]?.blocks ?? [];
	expect(block?.type === 'prose' && block.html).toContain('@cursor nonsense');
});
