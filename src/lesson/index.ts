// The door of lesson: built-in scenarios and lessons, and judging a trace.
export { builtIn } from './built-in.ts';
export { Catalogue, type LessonListing, type ScenarioListing } from './catalogue.ts';
export { judge, type Assertion, type Check, type Verdict } from './check.ts';
export { quoteLines, resolveCode, type LineRange } from './code-reference.ts';
export { findEvent, findEvents, parseSelector, type EventSelector } from './event-selector.ts';
export { readLesson, type Folders } from './lesson-folder.ts';
export type { Block, CodeReference, Lesson, Prediction, Step, Task } from './lesson-schema.ts';
export { LessonError, problemText, type Problem } from './problems.ts';
export { runChecks, solvedFiles, type CheckReport, type ComputeRun } from './run-checks.ts';
