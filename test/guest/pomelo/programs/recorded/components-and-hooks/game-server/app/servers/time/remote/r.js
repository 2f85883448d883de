module.exports = function (app) {
	return {
		stop: function (force, cb) {
			cb(null, app.getServerId());
			setTimeout(function () {
				app.stop(force);
			}, 20);
		}
	};
};
