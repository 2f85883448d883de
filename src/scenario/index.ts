// The door of scenario: plain data that determines a run, and reading it from what people write.
export { caseFromFolder, parseExpected } from './case-file.ts';
export type { CaseOrder, ConformanceCase, ExpectedProcess } from './case-file.ts';
export {
	fileBytesMax,
	filesMax,
	isBinary,
	leftOutLines,
	whyFileIsSkipped,
	whyFolderIsSkipped
} from './folder-reading.ts';
export type { FolderReading, LeftOut } from './folder-reading.ts';
export { freeName } from './guess-programs.ts';
export type { ProgramGuess } from './guess-programs.ts';
export { folderKindWords, importFolder, withProcesses } from './import-folder.ts';
export type { FolderKind, ImportedFolder } from './import-folder.ts';
export type {
	BrokerIntervention,
	Intervention,
	LinkIntervention,
	MessageIntervention,
	SlowIntervention
} from './intervention.ts';
export { interventionSchema } from './intervention-schema.ts';
export { parseScenario } from './parse-scenario.ts';
export { pomeloServers } from './pomelo-folder.ts';
export type { ServerSpec } from './pomelo-folder.ts';
export { problemLines } from './problem.ts';
export { shapeProblems } from './shape-problems.ts';
export type { Parsed, Problem } from './problem.ts';
export { readFaultPlan, readIntervention } from './read-intervention.ts';
export { scenarioFromFolder, scenarioFromPomeloFolder } from './scenario-folder.ts';
export type { FolderFiles, ReadFolder } from './scenario-folder.ts';
export { scenarioSchema } from './scenario-schema.ts';
export type { LinkSpec, PomeloSpec, ProcessSpec, Scenario } from './scenario.ts';
export { fromShareText, toShareText } from './share-link.ts';
export { guestModules, unsupportedLine, unsupportedUses } from './unsupported-uses.ts';
export type { UnsupportedUse } from './unsupported-uses.ts';
