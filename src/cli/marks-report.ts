// Marks in words and as a table for a spreadsheet.
import type { Marks } from './mark-file.ts';

/** What is printed of one file. */
export function marksLines(marks: Marks): string[] {
	if (!('grade' in marks)) {
		return marks.problems.map((problem) => `-/-  ${marks.file}: ${problem}`);
	}
	const { points, of, lesson, tasks, ignored } = marks.grade;
	const lines = [`${String(points)}/${String(of)}  ${marks.name}  ${lesson}`];
	for (const task of tasks.filter(({ passed }) => !passed)) {
		const plan = task.plan === null ? '' : `, ${task.plan}`;
		const run = task.seed === null ? '' : ` (seed ${String(task.seed)}${plan})`;
		lines.push(`       ${task.title}: ${task.because}${run}`);
	}
	if (ignored.length > 0)
		lines.push(`       not used, not part of the task: ${ignored.join(', ')}`);
	return lines;
}

/** A table with one row a task. */
export function csvText(all: readonly Marks[]): string {
	const rows = [['file', 'name', 'lesson', 'task', 'points', 'of', 'because']];
	for (const marks of all) {
		const { file, name } = marks;
		if (!('grade' in marks)) {
			rows.push([file, name, '', '', '0', '', marks.problems.join('; ')]);
			continue;
		}
		for (const task of marks.grade.tasks) {
			const { title, points, of, because } = task;
			rows.push([file, name, marks.grade.lesson, title, String(points), String(of), because]);
		}
	}
	return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Quoted where needed; a cell that a spreadsheet would take for a formula becomes text. */
function csvCell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
