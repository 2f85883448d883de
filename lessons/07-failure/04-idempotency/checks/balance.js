// The bank's last line says 20, and no line says more.
module.exports = (run) => {
	const lines = run.processes.bank.stdout.filter((line) => line.startsWith('balance'));
	return (
		lines.at(-1) === 'balance: 20' || {
			en: `the bank's last line is "${lines.at(-1)}"`,
			zh: `银行的最后一行是 "${lines.at(-1)}"`
		}
	);
};
