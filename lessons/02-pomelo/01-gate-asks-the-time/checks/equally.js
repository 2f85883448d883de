// Of the time servers that a decision could choose from, each was chosen equally often.
module.exports = (run) => {
	const counts = {};
	const decisions = run.events.filter(
		(event) => event.note === 'pomelo.route-decided' && event.serverType === 'time'
	);
	for (const { candidates, chosen } of decisions) {
		for (const id of candidates) counts[id] = counts[id] || 0;
		if (chosen in counts) counts[chosen] += 1;
	}
	const numbers = Object.values(counts);
	if (numbers.length === 0)
		return { en: 'the router named no server', zh: '路由器没有给出任何服务器' };
	if (Math.max(...numbers) === Math.min(...numbers)) return true;
	const told = Object.entries(counts).map(([id, number]) => `${id} ${number}`);
	const because = { en: `unevenly: ${told.join(', ')}`, zh: `不均匀：${told.join(', ')}` };
	return { because, seq: decisions.at(-1).seq };
};
