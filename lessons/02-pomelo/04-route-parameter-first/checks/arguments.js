// Each request package carries 'Hello' and a number.
module.exports = (run) => {
	const packages = run.events.filter(
		(event) => event.kind === 'link.delivered' && event.method === 'getCurrentTime'
	);
	const odd = packages.find(({ body }) => !/^\["Hello",\d+\]$/.test(body));
	if (odd !== undefined) {
		const because = {
			en: `a time server got ${odd.body}`,
			zh: `一台 time 服务器收到了 ${odd.body}`
		};
		return { because, seq: odd.seq };
	}
	return (
		packages.length >= 10 || {
			en: `there were ${packages.length} calls, expected 10`,
			zh: `有 ${packages.length} 个调用，应为 10 个`
		}
	);
};
