// Whatever was asked about one ticket was asked of one worker.
module.exports = (run) => {
	const workers = {};
	for (const { kind, method, to, body, seq } of run.events) {
		if (kind !== 'link.delivered' || method !== 'doTicket') continue;
		const ticket = JSON.parse(body)[0];
		if (workers[ticket] !== undefined && workers[ticket] !== to) {
			const because = {
				en: `ticket ${ticket} went to ${workers[ticket]} and to ${to}`,
				zh: `票 ${ticket} 到了 ${workers[ticket]}，也到了 ${to}`
			};
			return { because, seq };
		}
		workers[ticket] = to;
	}
	return true;
};
