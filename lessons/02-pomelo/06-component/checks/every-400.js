// Two counts of a time server are 400 ms apart.
module.exports = (run) => {
	const counts = run.events.filter(
		({ kind, actor, text }) =>
			kind === 'process.output' && actor === 'process:time-server-1' && text.includes(' sees ')
	);
	if (counts.length < 2) {
		return {
			en: `time-server-1 counted ${counts.length} times`,
			zh: `time-server-1 统计了 ${counts.length} 次`
		};
	}
	const apart = Math.round(counts[1].ms - counts[0].ms);
	const because = { en: `two counts are ${apart} ms apart`, zh: `两次统计相隔 ${apart} ms` };
	return apart === 400 || { because, seq: counts[1].seq };
};
