// The client's last word about the account is what the bank's last line before it said.
module.exports = (run) => {
	const balances = [0];
	for (const { kind, actor, text } of run.events) {
		if (kind !== 'process.output') continue;
		if (actor === 'process:bank') balances.push(Number(text.replace('balance: ', '')));
		const said = actor === 'process:client' && /^in fact: (\d+)$/.exec(text);
		if (!said) continue;
		const [before, now] = balances.slice(-2);
		if (Number(said[1]) !== now) return `the client said ${said[1]}, in the account are ${now}`;
		return before === now || `asking changed the balance from ${before} to ${now}`;
	}
	return 'the client printed no line "in fact: ..."';
};
