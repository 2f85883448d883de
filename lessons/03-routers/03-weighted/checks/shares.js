// Of 24 tickets each worker gets what its weight is of all weights, give or take one: 12, 6 and 6. In the run without
// work-server-1 the other two get 12 each.
module.exports = (run) => {
	const weights = { 'work-server-1': 2, 'work-server-2': 1, 'work-server-3': 1 };
	if (run.plan === 'strongest-gone') delete weights['work-server-1'];
	const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
	const counts = {};
	for (const { kind, method, to } of run.events) {
		if (kind === 'link.delivered' && method === 'doTicket') counts[to] = (counts[to] || 0) + 1;
	}
	for (const [name, weight] of Object.entries(weights)) {
		const wanted = (24 * weight) / total;
		const got = counts[name] || 0;
		if (Math.abs(got - wanted) > 1) {
			return {
				en: `${name} got ${got} tickets, expected ${wanted}`,
				zh: `${name} 得到 ${got} 张票，应为 ${wanted} 张`
			};
		}
	}
	return true;
};
