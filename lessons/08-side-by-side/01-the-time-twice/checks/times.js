// Four lines with three numbers each.
module.exports = (run) => {
	const lines = run.processes.asker.stdout;
	const odd = lines.find((line) => !/^Remote Time: \d+:\d+:\d+$/.test(line));
	if (odd !== undefined) return `the asker printed "${odd}"`;
	return lines.length === 4 || `the asker printed ${lines.length} lines, expected 4`;
};
