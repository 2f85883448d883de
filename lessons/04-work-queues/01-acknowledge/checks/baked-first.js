// A worker acknowledges an order only when it has said that the cake is baked, and says so only when it had the order as long
// as a cake takes.
module.exports = (run) => {
	const got = {};
	const baked = {};
	const acked = {};
	for (const { kind, actor, seq, ms, text, body, from, to, method } of run.events) {
		if (kind === 'link.delivered' && method === 'basic.deliver') got[`${to} ${body}`] = ms;
		if (kind === 'process.output') {
			const name = actor.slice(actor.indexOf(':') + 1);
			const cake = /(\w+) cake is baked/.exec(text);
			if (cake === null) continue;
			baked[name] = (baked[name] || 0) + 1;
			const tookMs = Math.round(ms - got[`${name} ${cake[1]}`]);
			if (tookMs < 300) {
				const because = {
					en: `${name} called the ${cake[1]} cake baked ${tookMs} ms after it got the order`,
					zh: `${name} 收到订单 ${tookMs} ms 后就说 ${cake[1]} 蛋糕烤好了`
				};
				return { because, seq };
			}
		}
		if (kind !== 'link.sent' || method !== 'basic.ack') continue;
		acked[from] = (acked[from] || 0) + 1;
		if (acked[from] > (baked[from] || 0)) {
			const because = {
				en: `${from} acknowledged an order it had not baked yet`,
				zh: `${from} 确认了一个还没烤好的订单`
			};
			return { because, seq };
		}
	}
	return true;
};
