// At most eight requests from any client.
module.exports = (run) => {
	const asked = {};
	for (const { kind, method, from, seq } of run.events) {
		if (kind !== 'link.sent' || method !== 'basic.publish' || !from.startsWith('client')) continue;
		asked[from] = (asked[from] || 0) + 1;
		if (asked[from] > 8) {
			return { because: { en: `${from} asked a ninth time`, zh: `${from} 问了第九次` }, seq };
		}
	}
	return true;
};
