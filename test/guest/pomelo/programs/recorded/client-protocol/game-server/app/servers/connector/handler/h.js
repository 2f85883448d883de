var say = require('../../../../lib/say');
module.exports = function (app) {
	return {
		echo: function (msg, session, next) {
			say('echo %j', msg);
			next(null, msg);
		},
		pushAll: function (msg, session, next) {
			session.bind('u' + session.id, function () {
				var cs = app.get('channelService');
				cs.pushMessageByUids(
					'push',
					{ a: 5, b: 'bee', c: 'lost' },
					[{ uid: 'u' + session.id, sid: app.getServerId() }],
					function (e, f) {
						say('pushed %s %j', e, f);
						cs.pushMessageByUids(
							'push2',
							{ free: [1, { x: null }] },
							[{ uid: 'u' + session.id, sid: app.getServerId() }],
							function () {
								next(null, {});
							}
						);
					}
				);
			});
		},
		big: function (msg, session, next) {
			var a = [];
			for (var i = 0; i < 500; i++) a.push(i);
			next(null, {
				len: a.length,
				sum: a.reduce(function (x, y) {
					return x + y;
				})
			});
		}
	};
};
