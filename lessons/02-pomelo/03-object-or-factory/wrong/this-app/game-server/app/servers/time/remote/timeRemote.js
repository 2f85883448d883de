// The remote service: what other servers may call on a time server.
exports.getCurrentTime = function (arg1, arg2, cb) {
	const now = new Date();
	cb(now.getHours(), now.getMinutes(), now.getSeconds(), this.app && this.app.getServerId());
};
