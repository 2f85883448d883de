// The door of lesson: built-in scenarios and lessons, judging a run, checking the lessons themselves.
export { builtIn } from './built-in.ts';
export {
	Catalogue,
	type LessonListing,
	type ListingWords,
	type ScenarioListing
} from './catalogue.ts';
export type { Assertion } from './assertion.ts';
export { failureOf, type Check, type Verdict } from './check.ts';
export { checkLessons, type LessonProblem } from './check-lessons.ts';
export { quoteLines, resolveCode, type LineRange } from './code-reference.ts';
export {
	courseOfFiles,
	isCourseText,
	packCourse,
	readCourse,
	type CourseFile
} from './course-file.ts';
export {
	englishReasons,
	reasonText,
	type ReasonWords,
	type ValueCounts
} from './failure-reason.ts';
export { findEvent, findEvents, parseSelector, type EventSelector } from './event-selector.ts';
export { handInText, readHandIn, type HandIn } from './hand-in.ts';
export { gradeHandIn, type Grade, type TaskGrade } from './grade.ts';
export { readLesson, type Folders } from './lesson-folder.ts';
export type {
	Act,
	Block,
	CodeReference,
	FaultPlan,
	Lesson,
	LessonLanguage,
	Prediction,
	Step,
	Task
} from './lesson-schema.ts';
export { lineDiff } from './line-diff.ts';
export { LessonError, problemText, type Problem } from './problems.ts';
export {
	answeredFiles,
	handedInFiles,
	runChecks,
	trialScenario,
	type CheckReport,
	type ComputeRun
} from './run-checks.ts';
export { newLessonFiles } from './new-lesson.ts';
export type { Track } from './track.ts';
export { inLanguage } from './translation.ts';
