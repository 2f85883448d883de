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

test('a course is one file, with the scenarios its lessons build on and no others', () => {
	const packed = readCourse(packCourse(course, new Catalogue({ ...scenarios, ...course })));
	expect(packed.lessons.map(({ id }) => id)).toEqual(['small']);
	expect(packed.lesson('small')?.scenario.files['client.js']).toContain('Asks one question');
	expect([...packed.folders.keys()]).toEqual([smallLesson, 'scenarios/base']);
});

test.each([
	['{', 'it is not JSON'],
	['{"roundtrip":"hand-in"}', 'is no course'],
	['{"roundtrip":"course","version":2,"files":{}}', 'has version 2']
])('what is no course is refused in words: %s', (text, expected) => {
	expect(() => readCourse(text)).toThrow(expected);
});
