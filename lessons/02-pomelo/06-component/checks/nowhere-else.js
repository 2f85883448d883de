// Nobody but the time servers prints a line of the census.
module.exports = (run) => {
	const other = Object.keys(run.processes).find(
		(name) =>
			!name.startsWith('time-') &&
			run.processes[name].stdout.some((line) => line.includes('census of'))
	);
	return other === undefined || { en: `it runs on ${other} too`, zh: `它也在 ${other} 上运行` };
};
