import { expect, test } from 'vitest';
import { packCourse, readCourse } from '../../src/lesson/course-file.ts';
import { Catalogue } from '../../src/lesson/catalogue.ts';
import { smallCourse, smallLesson } from '../support/small-course.ts';

const base = JSON.stringify({ version: 1, files: ['client.js'], processes: [] });
const course = {
	...smallCourse,
	[`${smallLesson}/scenario.json`]: JSON.stringify({
		...(JSON.parse(smallCourse[`${smallLesson}/scenario.json`] ?? '') as object),
		extends: '../../scenarios/base'
	})
};
const scenarios = {
	'scenarios/base/scenario.json': base,
	'scenarios/base/client.js': '1',
	'scenarios/other/scenario.json': base
};

function readSound(text: string) {
	const read = readCourse(text);
	if (!('catalogue' in read)) throw new Error(read.join('\n'));
	return read;
}

test('a course is one file, with the scenarios its lessons build on and no others', () => {
	const text = packCourse('Week 3', course, new Catalogue({ ...scenarios, ...course }));
	const { title, catalogue } = readSound(text);
	expect(title).toBe('Week 3');
	expect(catalogue.lessons.map(({ id }) => id)).toEqual(['small']);
	expect(catalogue.lesson('small')?.scenario.files['client.js']).toContain('Asks one question');
	expect([...catalogue.folders.keys()]).toEqual([smallLesson, 'scenarios/base']);
});

const withFiles = (files: unknown) => JSON.stringify({ roundtrip: 'course', version: 1, files });

test.each([
	['{', 'expected JSON'],
	['{"roundtrip":"hand-in"}', 'roundtrip: expected'],
	['{"roundtrip":"course","version":2,"files":{}}', 'version: expected 1, found 2'],
	[withFiles([]), 'files'],
	[withFiles({ 'a.js': 1 }), 'files'],
	[withFiles({}), 'it holds no lesson'],
	[withFiles({ 'scenarios/groups.json': '{' }), 'it holds no lesson'],
	[withFiles({ '__proto__/x/lesson.md': '', '__proto__/x/scenario.json': '{}' }), 'front matter'],
	[' '.repeat(8_000_001), 'characters']
])('what is no course is refused in words: %.60s', (text, expected) => {
	const read = readCourse(text);
	expect('catalogue' in read ? 'sound' : read.join('\n')).toContain(expected);
});

test('every mistake in a course is told at once, by its place', () => {
	const broken = {
		...smallCourse,
		'01-track/track.json': '{}',
		[`${smallLesson}/lesson.md`]: (smallCourse[`${smallLesson}/lesson.md`] ?? '').replace(
			'minutes: 5',
			'minutes: soon'
		),
		...Object.fromEntries(
			Object.entries(smallCourse)
				.filter(([path]) => path.startsWith(smallLesson))
				.map(([path, text]) => [path.replace(smallLesson, '01-track/02-twin'), text])
		),
		...Object.fromEntries(
			Object.entries(smallCourse)
				.filter(([path]) => path.startsWith(smallLesson))
				.map(([path, text]) => [path.replace(smallLesson, '01-track/03-twin'), text])
		)
	};
	const read = readCourse(withFiles(broken));
	const said = 'catalogue' in read ? 'sound' : read.join('\n');
	expect(said).toContain('01-track/track.json: title');
	expect(said).toContain(`${smallLesson}/lesson.md:5: minutes`);
	expect(said).toContain('01-track/03-twin/lesson.md:2: the id small is taken by 01-track/02-twin');
});
