// The remote service: what other servers may call on a time server.
exports.getCurrentTime = function (arg1, arg2, cb) {
	console.log('timeRemote - arg1: ' + arg1 + '; arg2: ' + arg2);
	const now = new Date();
	cb(now.getHours(), now.getSeconds(), now.getMinutes());
};
