// A ticket's second visit is at the worker of its first, unless that one was killed.
module.exports = (run) => {
	const first = {};
	for (const { kind, method, to, body, seq } of run.events) {
		if (kind !== 'link.delivered' || method !== 'doTicket') continue;
		const ticket = JSON.parse(body)[0];
		const before = first[ticket];
		if (before === undefined) first[ticket] = to;
		else if (before !== to && before !== 'work-server-3') {
			return {
				because: {
					en: `ticket ${ticket} moved from ${before}, which is still there, to ${to}`,
					zh: `票 ${ticket} 从还在运行的 ${before} 移到了 ${to}`
				},
				seq
			};
		}
	}
	return true;
};
