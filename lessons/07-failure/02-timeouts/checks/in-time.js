// No more than 500 ms between a request and the line that gives it up. A timer of just 500 ms is in time, whatever the sums of
// fractions of milliseconds come to.
module.exports = (run) => {
	let sentMs = null;
	for (const event of run.events) {
		if (event.kind === 'link.sent' && event.from === 'client' && event.method === 'basic.publish')
			sentMs = event.ms;
		if (event.kind !== 'process.output' || event.actor !== 'process:client') continue;
		if (event.text.includes('no answer') && event.ms - sentMs > 500.5) {
			const waited = Math.round(event.ms - sentMs);
			return {
				because: { en: `it waited ${waited} ms`, zh: `它等了 ${waited} ms` },
				seq: event.seq
			};
		}
	}
	return true;
};
