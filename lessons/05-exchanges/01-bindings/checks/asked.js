// Each line begins with a level that the process was started for.
module.exports = (run) => {
	const asked = { desk: ['info', 'warning'], brigade: ['error', 'warning'] };
	for (const [name, levels] of Object.entries(asked)) {
		const odd = run.processes[name].stdout.find((line) => !levels.includes(line.split(':')[0]));
		if (odd !== undefined) return { en: `${name} printed "${odd}"`, zh: `${name} 打印了 "${odd}"` };
	}
	return true;
};
