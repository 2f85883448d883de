// Two counts of a time server are 400 ms apart.
module.exports = (run) => {
	const counts = run.events.filter(
		({ kind, actor, text }) =>
			kind === 'process.output' && actor === 'process:time-server-1' && text.includes(' sees ')
	);
	if (counts.length < 2) return `time-server-1 counted ${counts.length} times`;
	const apart = Math.round(counts[1].ms - counts[0].ms);
	return apart === 400 || { because: `two counts are ${apart} ms apart`, seq: counts[1].seq };
};
