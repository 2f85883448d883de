// Is what a run printed what the real system printed? The rules of test/conformance/README.md, "Passing".
import type { ConformanceCase, ExpectedProcess } from '#scenario';
import type { ProcessSummary, RunSummary } from '#simulation';
import { lineDiff } from '#lesson';

/** Pomelo cases observe only the lines a program marks; the rest is the framework's. */
const pomeloMark = '[x] ';

type Expected = Readonly<Record<string, ExpectedProcess>>;

/** Both lists as they are compared: sorted where the order is open. */
function inOrder(lines: readonly string[], isOrdered: boolean): readonly string[] {
	return isOrdered ? lines : [...lines].sort();
}

function processProblems(
	testCase: ConformanceCase,
	name: string,
	expected: ExpectedProcess,
	found: ProcessSummary | undefined
): string[] {
	if (found === undefined) return [`${name}: never ran`];
	const { compare, scenario } = testCase;
	const order = typeof compare === 'string' ? compare : (compare[name] ?? 'ordered');
	const printed =
		scenario.pomelo === undefined
			? found.stdout
			: found.stdout.filter((line) => line.startsWith(pomeloMark));
	const want = inOrder(expected.stdout, order === 'ordered');
	const have = inOrder(printed, order === 'ordered');
	const problems: string[] = [];
	if (want.length !== have.length || want.some((line, index) => line !== have[index])) {
		problems.push(`${name}: stdout (${order})`, ...lineDiff(want, have).map((line) => `  ${line}`));
	}
	if (expected.exitCode !== found.exit.code) {
		const reason = found.exit.reason === null ? '' : ` (${found.exit.reason})`;
		problems.push(
			`${name}: exit code ${expected.exitCode ?? 'null'} expected, found ${found.exit.code ?? 'null'}${reason}`
		);
	}
	const stderr = found.stderr.join('\n');
	const texts = new Set([...expected.stderrContains, ...(testCase.stderrContains[name] ?? [])]);
	for (const text of texts) {
		if (!stderr.includes(text)) problems.push(`${name}: stderr lacks ${JSON.stringify(text)}`);
	}
	if (problems.length > 0 && found.stderr.length > 0) {
		problems.push(`${name}: stderr was`, ...found.stderr.slice(0, 12).map((line) => `  ! ${line}`));
	}
	return problems;
}

/** Lines that tell what differs; none when the case passes. */
export function compareCase(
	testCase: ConformanceCase,
	expected: Expected,
	summary: Pick<RunSummary, 'processes'>
): string[] {
	return Object.entries(expected).flatMap(([name, process]) =>
		processProblems(testCase, name, process, summary.processes[name])
	);
}
