module.exports = function (app) {
	let runs = 0;
	return {
		count() {
			if (++runs === 1) console.log(`[x] swept at ${app.getServerId()}`);
		}
	};
};
