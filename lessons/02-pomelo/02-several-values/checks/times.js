// Every line of the gate has three numbers, and there are ten of them.
module.exports = (run) => {
	const lines = run.processes['gate-server-1'].stdout.filter((line) =>
		line.includes('Remote Time')
	);
	const odd = lines.find((line) => !/^Remote Time: \d+:\d+:\d+$/.test(line));
	if (odd !== undefined) return `the gate printed "${odd}"`;
	return lines.length >= 10 || `the gate printed ${lines.length} times, expected 10`;
};
