// The remote service: what other servers may call on a time server.
exports.getCurrentTime = function (arg1, arg2, cb) {
	const now = new Date();
	if (arg2 % 2 === 1) {
		console.log('%s %d: not on odd numbers', arg1, arg2);
		setTimeout(cb, 1500, 0, 0, 0);
		return;
	}
	cb(now.getHours(), now.getMinutes(), now.getSeconds());
};
