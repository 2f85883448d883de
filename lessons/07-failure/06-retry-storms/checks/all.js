// Each of the six clients has got an answer from the queue, and says so.
module.exports = (run) => {
	const reached = run.events
		.filter(({ kind, method }) => kind === 'link.delivered' && method === 'basic.deliver')
		.map(({ to }) => to);
	const clients = Object.keys(run.processes).filter((name) => name.startsWith('client'));
	const without = clients.filter(
		(name) => !reached.includes(name) || !run.processes[name].stdout.includes('answered')
	);
	return (
		without.length === 0 || {
			en: `${without.join(', ')} got no answer`,
			zh: `${without.join('、')} 没有得到应答`
		}
	);
};
