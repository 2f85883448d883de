// Every deposit but the one whose answer was lost is reported as paid.
module.exports = (run) => {
	const lines = run.processes.client.stdout;
	const paid = lines.filter((line) => line.startsWith('paid')).length;
	return (
		paid === 2 || {
			en: `${paid} of the two answers that came were taken`,
			zh: `到达的两个应答中采用了 ${paid} 个`
		}
	);
};
