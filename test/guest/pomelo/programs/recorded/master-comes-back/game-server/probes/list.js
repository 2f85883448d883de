module.exports = function (app, session, next, say) {
	var r = {};
	app
		.getServerTypes()
		.sort()
		.forEach(function (t) {
			r[t] = app
				.getServersByType(t)
				.map(function (s) {
					return s.id.slice(-1);
				})
				.sort()
				.join('');
		});
	r.rpc = Object.keys(app.rpc || {}).sort();
	next(null, r);
};
