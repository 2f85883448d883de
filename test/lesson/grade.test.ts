// Marking: what a hand-in is worth, and what it cannot do.
import { describe, expect, test } from 'vitest';
import { gradeHandIn } from '../../src/lesson/grade.ts';
import { handInText, readHandIn } from '../../src/lesson/hand-in.ts';
import type { Lesson } from '../../src/lesson/lesson-schema.ts';
import { computeRun } from '../support/compute-run.ts';
import { changedCourse, smallCourse, smallLesson } from '../support/small-course.ts';

function lessonWith(lessonText?: (text: string) => string, more = {}): Lesson {
	const changes = { ...(lessonText === undefined ? {} : { 'lesson.md': lessonText }), ...more };
	const lesson = changedCourse(changes).lesson('small');
	if (lesson === undefined) throw new Error('no lesson');
	return lesson;
}
const lesson = lessonWith();
const solved = smallCourse[`${smallLesson}/solution/server.js`] ?? '';

async function mark(server: string, marked = lesson) {
	const handIn = readHandIn(handInText({ lesson: 'small', files: { 'server.js': server } }));
	if (!('lesson' in handIn)) throw new Error(handIn.join());
	return gradeHandIn(marked, handIn, computeRun);
}

test('a right answer gets all points, the start none and a reason', async () => {
	expect(await mark(solved)).toMatchObject({ points: 2, of: 2, ignored: [] });
	const grade = await mark(smallCourse[`${smallLesson}/start/server.js`] ?? '');
	expect(grade).toMatchObject({ points: 0, of: 2 });
	expect(grade.tasks[0]).toMatchObject({
		because: 'The client prints the number doubled: client did not print "answer: 42"',
		seed: 1
	});
});

test('files the lesson does not let students change are not used', async () => {
	const cheat = { 'server.js': '', 'client.js': "console.log('answer: 42');" };
	const handIn = readHandIn(handInText({ lesson: 'small', files: cheat }));
	if (!('lesson' in handIn)) throw new Error(handIn.join());
	const grade = await gradeHandIn(lesson, handIn, computeRun);
	expect(grade).toMatchObject({ points: 0, ignored: ['client.js'] });
});

describe('hostile hand-ins are marked like any other', () => {
	test.each([
		['an endless loop', 'for (;;);'],
		['an endless chain of promises', '(function f() { Promise.resolve().then(f); })();'],
		['timers without end', 'setInterval(() => {}, 0);'],
		['memory without end', 'const all = []; for (;;) all.push(new Array(1e5).fill(1));'],
		['recursion without end', '(function f() { f(); })();'],
		['output without end', "for (;;) console.log('answer: 42');"],
		['a text that looks like a pass', "console.log('PASS'); console.log('answer: 42');"],
		['an early end', 'process.exit(0);'],
		['no JavaScript', '}{']
	])('%s gets no points', async (_, server) => {
		expect((await mark(server)).points).toBe(0);
	});

	test('changed globals change nothing but the own program', async () => {
		const vandal = `JSON.stringify = Array.prototype.push = Map.prototype.get = () => 1;\n${solved}`;
		expect((await mark(vandal)).points).toBe(2);
	});
});

test('hidden seeds and plans count, and the plan that broke it is named', async () => {
	const fragile = lessonWith((text) => text.replace('@points 2', '@points 2\n@plan dead hidden'), {
		'plans/dead.json':
			'{ "title": "the server dies first", "interventions": [{ "at": 0, "do": "kill", "process": "server" }] }'
	});
	const grade = await mark(solved, fragile);
	expect(grade.tasks[0]).toMatchObject({ passed: false, plan: 'the server dies first' });
});

describe('a script as check', () => {
	const scripted = (source: string) =>
		lessonWith((text) => text.replace('answered min=1', 'script all.js'), {
			'checks/all.js': source
		});

	test('sees calls, output and events, and passes with true', async () => {
		const source = `module.exports = (run) => {
			if (run.calls.length !== 1 || run.calls[0].status !== 'answered') return 'calls';
			if (run.processes.client.stdout[0] !== 'answer: 42') return 'output';
			if (!run.events.some((event) => event.method === 'basic.publish' && event.body === '42')) return 'events';
			return true;
		};`;
		expect((await mark(solved, scripted(source))).points).toBe(2);
	});

	test('says what is wrong', async () => {
		const grade = await mark(solved, scripted("module.exports = () => 'it is too slow';"));
		expect(grade.tasks[0]?.because).toBe('Every question is answered: it is too slow');
	});

	test('that fails itself passes nobody', async () => {
		const grade = await mark(solved, scripted('module.exports = (run) => run.nothing.here;'));
		expect(grade.points).toBe(0);
		expect(grade.tasks[0]?.because).toContain('checks/all.js itself failed');
	});
});

describe('a hand-in file', () => {
	test('is read back as it was written', () => {
		const written = { lesson: 'small', name: 'Ana', seed: 3, files: { 'a.js': 'x' } };
		expect(readHandIn(handInText(written))).toMatchObject(written);
	});

	test.each([
		['{', 'expected JSON'],
		['[]', 'roundtrip: expected'],
		['{"roundtrip":"hand-in","version":2,"lesson":"a","files":{}}', 'version: expected 1, found 2'],
		[
			'{"roundtrip":"hand-in","version":1,"lesson":"../a","files":{}}',
			'lesson: expected the id of a lesson'
		],
		['{"roundtrip":"hand-in","version":1,"lesson":"a","files":{"a":1}}', 'files.a'],
		[' '.repeat(1_000_001), 'characters']
	])('that is none is told what is wrong: %.40s', (text, expected) => {
		const read = readHandIn(text);
		expect('lesson' in read ? '' : read.join()).toContain(expected);
	});
});
