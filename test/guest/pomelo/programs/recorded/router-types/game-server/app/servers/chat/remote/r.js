module.exports = function (app) {
	return {
		who: function (a, b, cb) {
			cb(null, app.getServerId());
		}
	};
};
