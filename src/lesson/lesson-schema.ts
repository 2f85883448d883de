// What a lesson is once it has been read, and the shape of its front matter. The text format is in lessons/README.md.
import * as v from 'valibot';
import type { ActorId } from '#kernel/events';
import type { Scenario } from '#scenario';
import type { Check } from './check.ts';
import type { EventSelector } from './event-selector.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('expected some text'));

/** The lines between the two `---` at the top of lesson.md. */
export const frontMatterSchema = v.strictObject({
	/** Stable: links and kept edits use it. */
	id: v.pipe(
		v.string(),
		v.regex(/^[a-z0-9-]+$/, 'expected lower-case letters, digits and hyphens')
	),
	title: text,
	/** One or two sentences for the list of lessons. */
	summary: text,
	track: text,
	minutes: v.pipe(v.number('expected a number'), v.integer(), v.minValue(1)),
	/** The file the editor shows first. */
	file: text,
	/** Seeds the task is checked with. */
	seeds: v.pipe(
		v.array(
			v.pipe(v.number('expected numbers, with commas between them'), v.integer(), v.minValue(0))
		),
		v.minLength(2, 'expected at least two seeds')
	)
});

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

/** Lines of a file, named by text they hold so that they cannot drift. */
export interface CodeReference {
	readonly file: string;
	/** The first line that contains this. */
	readonly from: string;
	/** The first line from there on that contains this; null: the one line. */
	readonly to: string | null;
}

/** A piece of a step, in reading order. */
export type Block =
	/** Markdown made to HTML; raw HTML in the source was escaped. */
	| { readonly type: 'prose'; readonly html: string }
	/** Lines of the student's own files, quoted as they are now. */
	| { readonly type: 'code'; readonly reference: CodeReference };

export interface PredictionOption {
	readonly text: string;
	readonly isRight: boolean;
	/** What the student reads after choosing it. */
	readonly because: string;
}

/** A question the student answers before the answer is shown. */
export interface Prediction {
	readonly question: string;
	readonly options: readonly PredictionOption[];
	/** Where the cursor goes once it is answered; null: it stays. */
	readonly reveal: EventSelector | null;
}

/** An edit to make, judged on the trace. */
export interface Task {
	readonly checks: readonly Check[];
	/** HTML, from a nudge to nearly the answer. */
	readonly hints: readonly string[];
}

export interface Step {
	readonly title: string;
	/** Line of its heading in lesson.md. */
	readonly line: number;
	readonly blocks: readonly Block[];
	/** Where the cursor goes; null: it stays where it is. */
	readonly cursor: EventSelector | null;
	readonly actors: readonly ActorId[];
	/** Lines lit in the editor. */
	readonly lines: readonly CodeReference[];
	readonly prediction: Prediction | null;
	readonly task: Task | null;
}

export interface Lesson extends FrontMatter {
	/** The scenario with the files the student starts from. */
	readonly scenario: Scenario;
	/** The files the solution changes: path to text. */
	readonly solution: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}
