// No reply package with the same id twice on one connection.
module.exports = (run) => {
	const seen = new Set();
	for (const event of run.events) {
		if (event.kind !== 'link.sent' || event.protocol !== 'pomelo-rpc' || event.method !== 'reply')
			continue;
		const key = `${event.actor} ${event.id}`;
		if (seen.has(key)) {
			const because = {
				en: `${event.from} answered request ${event.id} twice`,
				zh: `${event.from} 对请求 ${event.id} 应答了两次`
			};
			return { because, seq: event.seq };
		}
		seen.add(key);
	}
	return true;
};
