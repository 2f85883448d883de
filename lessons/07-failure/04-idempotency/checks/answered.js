// The bank sends as many answers as it got requests.
module.exports = (run) => {
	const got = run.events.filter(
		(event) =>
			event.kind === 'link.delivered' && event.to === 'bank' && event.method === 'basic.deliver'
	);
	const sent = run.events.filter(
		(event) =>
			event.kind === 'link.sent' && event.from === 'bank' && event.method === 'basic.publish'
	);
	return (
		got.length === sent.length || {
			en: `the bank got ${got.length} requests and sent ${sent.length} answers`,
			zh: `银行收到 ${got.length} 个请求，发出 ${sent.length} 个应答`
		}
	);
};
