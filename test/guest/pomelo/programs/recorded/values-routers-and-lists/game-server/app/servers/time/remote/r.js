module.exports = function (app) {
	return {
		echo: function () {
			var args = [].slice.call(arguments);
			var cb = args.pop();
			cb.apply(null, [app.serverId].concat(args));
		},
		many: function (n, cb) {
			for (var i = 0; i < n; i++) cb(i);
		}
	};
};
