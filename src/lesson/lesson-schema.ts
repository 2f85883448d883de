// What a lesson is once it has been read, and the shape of its front matter. The text format is in lessons/README.md.
import * as v from 'valibot';
import type { ActorId } from '#kernel/events';
import type { Intervention, Scenario } from '#scenario';
import type { Check } from './check.ts';
import type { EventSelector } from './event-selector.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('expected some text'));
const id = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9-]+$/, 'expected lower-case letters, digits and hyphens')
);
const seed = v.pipe(
	v.number('expected numbers, with commas between them'),
	v.integer('expected whole numbers, with commas between them'),
	v.minValue(0, 'expected numbers of at least 0')
);

/** The lines between the two `---` at the top of lesson.md. */
export const frontMatterSchema = v.strictObject({
	/** Stable: links and kept edits use it. */
	id,
	title: text,
	/** One or two sentences for the list of lessons. */
	summary: text,
	minutes: v.pipe(v.number('expected a number'), v.integer(), v.minValue(1)),
	/** What it is about, a few words each: for the list and for searching. */
	concepts: v.pipe(v.array(text), v.minLength(1, 'expected at least one')),
	/** Ids of lessons that come before it. */
	needs: v.optional(v.array(id), []),
	/** The file the editor shows first. */
	file: text,
	/** Files a hand-in may change; the others stay as they are. Default: `file` alone. */
	editable: v.optional(v.array(text)),
	/** The view below the stage that is open at first. */
	view: v.optional(
		v.picklist(
			['sequence', 'events', 'calls', 'metrics'],
			'expected sequence, events, calls or metrics'
		)
	),
	/** Seeds each task is checked with. */
	seeds: v.pipe(v.array(seed), v.minLength(2, 'expected at least two seeds')),
	/** Further ones that the lesson does not show. */
	'hidden-seeds': v.optional(v.array(seed), [])
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
	| { readonly type: 'code'; readonly reference: CodeReference }
	/** Something to do to the run at the cursor, by a button. */
	| { readonly type: 'act'; readonly label: string; readonly intervention: Act };

/** An intervention without its time: it happens where the cursor stands. */
export type Act = Intervention extends infer One
	? One extends Intervention
		? Omit<One, 'at'>
		: never
	: never;

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

/** Trouble that a task's answer has to stand. */
export interface FaultPlan {
	/** Name of its file below plans/, without `.json`. */
	readonly name: string;
	/** What happens, for the student. */
	readonly title: string;
	/** Not told before it fails. */
	readonly hidden: boolean;
	readonly interventions: readonly Intervention[];
	readonly translations: Readonly<Partial<Record<LessonLanguage, { readonly title: string }>>>;
}

/** An answer that is known to be wrong. */
export interface WrongAnswer {
	/** Name of its folder below wrong/. */
	readonly name: string;
	/** The sentence of the check it must fail. */
	readonly fails: string;
	/** Line of its `@wrong` in lesson.md. */
	readonly line: number;
}

/** An edit to make, judged on the trace. */
export interface Task {
	readonly points: number;
	readonly checks: readonly Check[];
	/** HTML, from a nudge to nearly the answer. */
	readonly hints: readonly string[];
	/** Besides the run without any. */
	readonly plans: readonly FaultPlan[];
	readonly wrong: readonly WrongAnswer[];
}

export interface Step {
	readonly title: string;
	/** Line of its heading in lesson.md. */
	readonly line: number;
	readonly blocks: readonly Block[];
	/** Where the cursor goes; null: it stays where it is. */
	readonly cursor: EventSelector | null;
	readonly actors: readonly ActorId[];
	/** Messages lit on the stage and in the diagram: events of a link. */
	readonly messages: readonly EventSelector[];
	/** Lines lit in the editor. */
	readonly lines: readonly CodeReference[];
	readonly prediction: Prediction | null;
	readonly task: Task | null;
}

export interface Lesson extends Omit<FrontMatter, 'editable'> {
	/** Id of its track. */
	readonly track: string;
	/** Files a hand-in may change. */
	readonly editable: readonly string[];
	/** The scenario with the files the student starts from. */
	readonly scenario: Scenario;
	/** The files the solution changes: path to text. */
	readonly solution: Readonly<Record<string, string>>;
	/** Source texts of the checks' scripts, by file name below checks/. */
	readonly scripts: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
	/** The words in other languages. */
	readonly translations: Readonly<Partial<Record<LessonLanguage, LessonWords>>>;
}

/** Languages a lesson may be translated to: `lesson.zh.md`. */
export type LessonLanguage = 'zh';

/** All words of a lesson in one language, in the order of its steps. */
export interface LessonWords {
	readonly title: string;
	readonly summary: string;
	readonly steps: readonly StepWords[];
}

export interface StepWords {
	readonly title: string;
	readonly blocks: readonly Block[];
	/** Question, then answers and what is said to them; null where there is no prediction. */
	readonly prediction: {
		readonly question: string;
		readonly options: readonly { readonly text: string; readonly because: string }[];
	} | null;
	/** The checks' sentences. */
	readonly checks: readonly string[];
	readonly hints: readonly string[];
}
