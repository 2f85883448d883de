module.exports = function (app, session, next, say) {
	var me = app.getServerId(),
		out = [];
	var n = 0,
		left = 0;
	var type = app.getServerType() === 'chat' ? 'time' : 'chat';
	for (var i = 0; i < 8; i++)
		(function (i) {
			left++;
			app.rpc[type].r.who(session, i, ['a', 'b', 'c', 'd'][i % 4], function (err, id) {
				out[i] = err
					? (err.message || String(err.stack).split('\n')[0]).replace(/\d+ host.*/, '')
					: id;
				if (--left === 0) {
					if (app.getServerType() === 'time') {
						var c = {};
						out.forEach(function (o) {
							c[o] = (c[o] || 0) + 1;
						});
						next(null, {
							counts: Object.keys(c).map(function (k) {
								return c[k];
							})
						});
					} else next(null, { out: out });
				}
			});
		})(i);
};
