// The hand-ins of a class: right, wrong and untouched answers to all lessons, and hostile ones among them. Always the same for
// the same number.
import type { Catalogue } from '#lesson';
import type { Marks } from '../../src/cli/mark-file.ts';
import { readLesson } from '../../src/lesson/lesson-folder.ts';
import { handInText } from '../../src/lesson/hand-in.ts';
import { hostilePrograms, refusedFiles, type HostileProgram } from './hostile-hand-ins.ts';

/** What a hand-in has to be marked with. */
export type Expected =
	| { readonly type: 'points'; readonly points: 'all' | 'none' }
	/** Of several tasks this one fails; what the others are worth is not said. */
	| { readonly type: 'fails'; readonly task: string }
	| { readonly type: 'refused'; readonly says: string };

export interface ClassHandIn {
	/** Name of its file, without `.json`. */
	readonly name: string;
	readonly text: string;
	readonly expected: Expected;
}

/** How many of a class's hand-ins are hostile. */
const hostileShare = 10;

/** So many hand-ins, every tenth of them hostile. */
export function classHandIns(catalogue: Catalogue, count: number): readonly ClassHandIn[] {
	const honest = honestHandIns(catalogue);
	const hostile = hostileHandIns();
	return Array.from({ length: count }, (_, index) => {
		const isHostile = index % hostileShare === 0;
		const list = isHostile ? hostile : honest;
		const one = list[Math.floor(isHostile ? index / hostileShare : index) % list.length];
		if (one === undefined) throw new Error('no hand-ins');
		return { ...one, name: `${String(index).padStart(3, '0')} ${one.name}` };
	});
}

/** Every right and wrong answer and every start there is, without a lesson beside another of its own kind. */
export function honestHandIns(catalogue: Catalogue): readonly ClassHandIn[] {
	const all = catalogue.lessons.map(({ path }) => {
		const read = readLesson(path, catalogue.folders);
		if (read.lesson === undefined) throw new Error(`${path} cannot be read`);
		const { lesson, solutions, wrong } = read;
		const named = lesson.steps.flatMap(({ title, task }) =>
			(task?.wrong ?? []).map(({ name }) => ({ name, title }))
		);
		const handIn = (name: string, files: Readonly<Record<string, string>>, expected: Expected) => ({
			name: `${lesson.id} ${name}`,
			text: handInText({ lesson: lesson.id, files, seed: 1 }),
			expected
		});
		return [
			...[...solutions].map(([name, files]) =>
				handIn(name, files, { type: 'points', points: 'all' })
			),
			handIn('start', {}, { type: 'points', points: 'none' }),
			...named.map(({ name, title }) =>
				handIn(name, wrong.get(name) ?? {}, { type: 'fails', task: title })
			)
		];
	});
	const most = Math.max(...all.map(({ length }) => length));
	return Array.from({ length: most }, (_, kind) => all.flatMap((list) => list[kind] ?? [])).flat();
}

/** A hand-in of a hostile program: it earns nothing. */
export function hostileHandIn({ name, lesson, file, source }: HostileProgram): ClassHandIn {
	const text = handInText({ lesson, files: { [file]: source }, seed: 1 });
	return { name, text, expected: { type: 'points', points: 'none' } };
}

export function hostileHandIns(): readonly ClassHandIn[] {
	const refused = refusedFiles.map(({ name, text, says }) => ({
		name,
		text: text(),
		expected: { type: 'refused', says } as const
	}));
	return [...hostilePrograms.map(hostileHandIn), ...refused];
}

/** What is wrong with the marks of a hand-in; '' when they are what it deserves. */
export function injustice({ name, expected }: ClassHandIn, marks: Marks | undefined): string {
	if (marks === undefined) return `${name}: not marked`;
	if (!('grade' in marks)) {
		const said = marks.problems.join();
		return expected.type === 'refused' && said.includes(expected.says) ? '' : `${name}: ${said}`;
	}
	const { points, of, tasks } = marks.grade;
	const got = `${name}: ${String(points)} of ${String(of)}`;
	if (expected.type === 'refused') return got;
	if (expected.type === 'points') return points === (expected.points === 'all' ? of : 0) ? '' : got;
	return tasks.find(({ title }) => title === expected.task)?.passed === false ? '' : got;
}
