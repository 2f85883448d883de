// Each of the four cakes was baked by somebody, at least once.
module.exports = (run) => {
	const lines = Object.values(run.processes).flatMap(({ stdout }) => stdout);
	const missing = ['apple', 'cherry', 'lemon', 'plum'].filter(
		(cake) => !lines.some((line) => line.includes(`${cake} cake is baked`))
	);
	return (
		missing.length === 0 || {
			en: `nobody baked the ${missing.join(' cake, the ')} cake`,
			zh: `没有人烤 ${missing.join('、')} 蛋糕`
		}
	);
};
