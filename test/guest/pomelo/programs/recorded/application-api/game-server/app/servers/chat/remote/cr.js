module.exports = function (app) {
	return {
		hi: function (n, cb) {
			cb(null, n, app.serverId);
		}
	};
};
