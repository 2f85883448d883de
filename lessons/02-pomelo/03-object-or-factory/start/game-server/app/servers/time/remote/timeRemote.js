// The remote service: what other servers may call on a time server.
exports.getCurrentTime = function (arg1, arg2, cb) {
	const now = new Date();
	// TASK: answer with the id of this server too, as a fourth value.
	cb(now.getHours(), now.getMinutes(), now.getSeconds());
};
