// No key that does not fit what the watcher wants, and none twice.
module.exports = (run) => {
	const wants = {
		thermometer: (key) => key.endsWith('temperature'),
		cook: (key) => key.startsWith('kitchen.')
	};
	for (const [name, fits] of Object.entries(wants)) {
		const { stdout } = run.processes[name];
		const odd = stdout.find((key) => !fits(key));
		if (odd !== undefined) return `the ${name} heard of ${odd}`;
		if (new Set(stdout).size < stdout.length) return `the ${name} heard of something twice`;
	}
	return true;
};
