// The part of lesson that judges runs, loaded when somebody first checks a task.
export { answeredFiles, handedInFiles, runChecks } from '#lesson';
