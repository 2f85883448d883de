// Each line of the gate names the server the call went to.
module.exports = (run) => {
	const lines = run.processes['gate-server-1'].stdout.filter((line) => line.includes(' from '));
	const odd = lines.find((line) => !/^\d+:\d+:\d+ from time-server-[12]$/.test(line));
	if (odd !== undefined) return `the gate printed "${odd}"`;
	for (const name of ['time-server-1', 'time-server-2']) {
		const said = lines.filter((line) => line.endsWith(name)).length;
		const asked = run.calls.filter(
			(call) => call.server === name && call.protocol === 'pomelo'
		).length;
		if (said !== asked) return `${name} was asked ${asked} times, the gate names it ${said} times`;
	}
	return lines.length >= 10 || `the gate printed ${lines.length} times, expected 10`;
};
