// Four lines, each with the time it was. The run begins at 10:41:57 and takes two seconds.
module.exports = (run) => {
	const lines = run.processes.asker.stdout;
	const odd = lines.find((line) => !/^Remote Time: 10:41:5[789]$/.test(line));
	if (odd !== undefined) return `the asker printed "${odd}" when it was about 10:41:58`;
	return lines.length === 4 || `the asker printed ${lines.length} lines, expected 4`;
};
