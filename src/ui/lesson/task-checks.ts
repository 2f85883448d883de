// The part of lesson that judges runs, loaded when somebody first checks a task.
export { runChecks } from '#lesson';
