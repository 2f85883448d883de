// Every line of the gate tells the time it was, and there are ten of them. The run begins at 10:41:57 and takes two seconds.
module.exports = (run) => {
	const lines = run.processes['gate-server-1'].stdout.filter((line) =>
		line.includes('Remote Time')
	);
	const odd = lines.find((line) => !/^Remote Time: 10:41:5[789]$/.test(line));
	if (odd !== undefined) {
		return {
			en: `the gate printed "${odd}" when it was about 10:41:58`,
			zh: `gate 打印了 "${odd}"，当时大约是 10:41:58`
		};
	}
	return (
		lines.length >= 10 || {
			en: `the gate printed ${lines.length} times, expected 10`,
			zh: `gate 打印了 ${lines.length} 次，应为 10 次`
		}
	);
};
