module.exports.getTime = function (arg1, arg2, cb) {
	console.log('[x] timeRemote: ' + arg1 + ' ' + arg2);
	setTimeout(function () {
		var now = new Date();
		cb(now.getHours(), now.getMinutes(), now.getSeconds());
	}, 20);
};
