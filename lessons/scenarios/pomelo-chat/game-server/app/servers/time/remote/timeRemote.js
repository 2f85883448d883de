// A clock for the whole cluster.
exports.getCurrentTime = function (who, cb) {
	const now = new Date();
	console.log('%s asked for the time', who);
	cb(now.getHours(), now.getMinutes(), now.getSeconds());
};
