// The odd tasks are heavy; both workers did at least one.
module.exports = (run) => {
	const idle = ['worker-1', 'worker-2'].find(
		(name) => !run.processes[name].stdout.some((line) => /task [1357] is done/.test(line))
	);
	return idle === undefined || { en: `${idle} did no heavy task`, zh: `${idle} 没有做任何重任务` };
};
