// From the second ticket on, a customer's tickets go where the first one went.
module.exports = (run) => {
	const tickets = {};
	for (const { kind, method, to, body, seq } of run.events) {
		if (kind !== 'link.delivered' || method !== 'doTicket') continue;
		const customer = ['ana', 'ben', 'chloe'][JSON.parse(body)[0] % 3];
		// The first two tickets may overtake the push of the first choice.
		const seen = (tickets[customer] = tickets[customer] || []);
		if (seen.length > 2 && seen.at(-1) !== to) {
			const because = {
				en: `${customer} was with ${seen.at(-1)} and is sent to ${to}`,
				zh: `${customer} 原来在 ${seen.at(-1)}，却被送到了 ${to}`
			};
			return { because, seq };
		}
		seen.push(to);
	}
	return true;
};
