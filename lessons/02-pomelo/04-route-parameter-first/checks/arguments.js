// Each request package carries 'Hello' and a number.
module.exports = (run) => {
	const packages = run.events.filter(
		(event) => event.kind === 'link.delivered' && event.method === 'getCurrentTime'
	);
	const odd = packages.find(({ body }) => !/^\["Hello",\d+\]$/.test(body));
	if (odd !== undefined) return { because: `a time server got ${odd.body}`, seq: odd.seq };
	return packages.length >= 10 || `there were ${packages.length} calls, expected 10`;
};
