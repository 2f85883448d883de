// 12, 6 and 6 of 24 tickets, give or take one.
module.exports = (run) => {
	const counts = {};
	for (const { kind, method, to } of run.events) {
		if (kind === 'link.delivered' && method === 'doTicket') counts[to] = (counts[to] || 0) + 1;
	}
	const wanted = { 'work-server-1': 12, 'work-server-2': 6, 'work-server-3': 6 };
	const odd = Object.keys(wanted).find((name) => Math.abs((counts[name] || 0) - wanted[name]) > 1);
	return odd === undefined || `${odd} got ${counts[odd] || 0} tickets, expected ${wanted[odd]}`;
};
