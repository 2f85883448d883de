// Four lines, each with the time it was. The run begins at 10:41:57 and takes two seconds.
module.exports = (run) => {
	const lines = run.processes.asker.stdout;
	const odd = lines.find((line) => !/^Remote Time: 10:41:5[789]$/.test(line));
	if (odd !== undefined) {
		return {
			en: `the asker printed "${odd}" when it was about 10:41:58`,
			zh: `asker 打印了 "${odd}"，当时大约是 10:41:58`
		};
	}
	return (
		lines.length === 4 || {
			en: `the asker printed ${lines.length} lines, expected 4`,
			zh: `asker 打印了 ${lines.length} 行，应为 4 行`
		}
	);
};
