// Each line of the gate names the server the call went to.
module.exports = (run) => {
	const lines = run.processes['gate-server-1'].stdout.filter((line) => line.includes(' from '));
	const odd = lines.find((line) => !/^\d+:\d+:\d+ from time-server-[12]$/.test(line));
	if (odd !== undefined) return { en: `the gate printed "${odd}"`, zh: `gate 打印了 "${odd}"` };
	for (const name of ['time-server-1', 'time-server-2']) {
		const said = lines.filter((line) => line.endsWith(name)).length;
		const asked = run.calls.filter(
			(call) => call.server === name && call.protocol === 'pomelo'
		).length;
		if (said !== asked) {
			return {
				en: `${name} was asked ${asked} times, the gate names it ${said} times`,
				zh: `${name} 被问了 ${asked} 次，gate 提到它 ${said} 次`
			};
		}
	}
	return (
		lines.length >= 10 || {
			en: `the gate printed ${lines.length} times, expected 10`,
			zh: `gate 打印了 ${lines.length} 次，应为 10 次`
		}
	);
};
