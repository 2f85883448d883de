// No more than 500 ms between a request and the line that gives it up.
module.exports = (run) => {
	let sentMs = null;
	for (const event of run.events) {
		if (event.kind === 'link.sent' && event.from === 'client' && event.method === 'basic.publish')
			sentMs = event.ms;
		if (event.kind !== 'process.output' || event.actor !== 'process:client') continue;
		if (event.text.includes('no answer') && event.ms - sentMs > 500) {
			return { because: `it waited ${Math.round(event.ms - sentMs)} ms`, seq: event.seq };
		}
	}
	return true;
};
