// Both time servers say that their census begins.
module.exports = (run) => {
	const missing = ['time-server-1', 'time-server-2'].filter(
		(name) => !run.processes[name].stdout.includes(`census of ${name} begins`)
	);
	return (
		missing.length === 0 || {
			en: `no census begins on ${missing.join(' and ')}`,
			zh: `${missing.join(' 和 ')} 上没有开始统计`
		}
	);
};
