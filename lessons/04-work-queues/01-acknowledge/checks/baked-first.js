// A worker acknowledges an order only when it has said that the cake is baked.
module.exports = (run) => {
	const baked = {};
	const acked = {};
	for (const { kind, actor, seq, text, from, method } of run.events) {
		const name = actor.slice(actor.indexOf(':') + 1);
		if (kind === 'process.output' && text.includes('is baked'))
			baked[name] = (baked[name] || 0) + 1;
		if (kind !== 'link.sent' || method !== 'basic.ack') continue;
		acked[from] = (acked[from] || 0) + 1;
		if (acked[from] > (baked[from] || 0)) {
			return { because: `${from} acknowledged an order it had not baked yet`, seq };
		}
	}
	return true;
};
