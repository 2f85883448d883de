// At no time two deliveries to a worker without an acknowledgement between them.
module.exports = (run) => {
	const holds = {};
	for (const { kind, method, from, to, seq } of run.events) {
		if (kind === 'link.delivered' && method === 'basic.ack') holds[from] -= 1;
		if (kind !== 'link.sent' || method !== 'basic.deliver') continue;
		holds[to] = (holds[to] || 0) + 1;
		if (holds[to] > 1) {
			const because = { en: `${to} was given a second task`, zh: `${to} 被分到了第二个任务` };
			return { because, seq };
		}
	}
	return true;
};
