// The client's last word about the account is what the bank's last line before it said.
module.exports = (run) => {
	const balances = [0];
	for (const { kind, actor, text } of run.events) {
		if (kind !== 'process.output') continue;
		if (actor === 'process:bank') balances.push(Number(text.replace('balance: ', '')));
		const said = actor === 'process:client' && /^in fact: (\d+)$/.exec(text);
		if (!said) continue;
		const [before, now] = balances.slice(-2);
		if (Number(said[1]) !== now) {
			return {
				en: `the client said ${said[1]}, in the account are ${now}`,
				zh: `客户端说 ${said[1]}，账户里是 ${now}`
			};
		}
		return (
			before === now || {
				en: `asking changed the balance from ${before} to ${now}`,
				zh: `查询使余额从 ${before} 变成了 ${now}`
			}
		);
	}
	return {
		en: 'the client printed no line "in fact: ..."',
		zh: '客户端没有打印 "in fact: ..." 这一行'
	};
};
