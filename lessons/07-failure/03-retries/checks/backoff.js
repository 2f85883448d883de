// Between the tries for the first amount, each gap is longer than the one before it.
module.exports = (run) => {
	const tries = run.events.filter(
		(event) =>
			event.kind === 'link.sent' &&
			event.from === 'client' &&
			event.method === 'basic.publish' &&
			event.body === '10'
	);
	const gaps = tries.slice(1).map((event, index) => Math.round(event.ms - tries[index].ms));
	const odd = gaps.findIndex((gap, index) => index > 0 && gap <= gaps[index - 1]);
	if (odd < 0) return true;
	return {
		because: {
			en: `try ${odd + 2} came ${gaps[odd]} ms after the one before, that one after ${gaps[odd - 1]} ms`,
			zh: `第 ${odd + 2} 次尝试距前一次 ${gaps[odd]} ms，而前一次隔了 ${gaps[odd - 1]} ms`
		},
		seq: tries[odd + 1].seq
	};
};
