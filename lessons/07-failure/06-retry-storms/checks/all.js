// Each of the six clients prints that it was answered.
module.exports = (run) => {
	const without = Object.keys(run.processes).filter(
		(name) => name.startsWith('client') && !run.processes[name].stdout.includes('answered')
	);
	return without.length === 0 || `${without.join(', ')} got no answer`;
};
