// No key that does not fit what the watcher wants, and none twice.
module.exports = (run) => {
	const wants = {
		thermometer: (key) => key.endsWith('temperature'),
		cook: (key) => key.startsWith('kitchen.')
	};
	for (const [name, fits] of Object.entries(wants)) {
		const { stdout } = run.processes[name];
		const odd = stdout.find((key) => !fits(key));
		if (odd !== undefined)
			return { en: `the ${name} heard of ${odd}`, zh: `${name} 收到了 ${odd}` };
		if (new Set(stdout).size < stdout.length)
			return { en: `the ${name} heard of something twice`, zh: `${name} 对同一件事收到了两次` };
	}
	return true;
};
