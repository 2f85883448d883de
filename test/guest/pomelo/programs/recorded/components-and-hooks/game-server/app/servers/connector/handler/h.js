var say = require('../../../../lib/say');
module.exports = function (app) {
	return {
		stopChat: function (msg, session, next) {
			app.rpc[msg.id.split('-')[0]].r.stop.toServer(msg.id, msg.force, function () {
				say('stop cb %j', [].slice.call(arguments));
				next(null, { ok: 1 });
			});
		},
		list: function (msg, session, next) {
			next(null, {
				chat: (app.getServersByType('chat') || []).map(function (s) {
					return s.id;
				}),
				time: app.getServersByType('time').map(function (s) {
					return s.id;
				}),
				types: app.getServerTypes(),
				all: Object.keys(app.getServers())
			});
		},
		selfStop: function (msg, session, next) {
			next(null, { bye: 1 });
			setTimeout(function () {
				app.stop();
				say('stop again');
				app.stop(true);
			}, 50);
		}
	};
};
