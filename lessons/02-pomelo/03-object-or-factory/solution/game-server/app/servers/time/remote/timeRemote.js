// The remote service: what other servers may call on a time server. The framework calls this function once in each
// process that needs the service, with that process' own application.
module.exports = function (app) {
	return {
		getCurrentTime: function (arg1, arg2, cb) {
			const now = new Date();
			cb(now.getHours(), now.getMinutes(), now.getSeconds(), app.getServerId());
		}
	};
};
