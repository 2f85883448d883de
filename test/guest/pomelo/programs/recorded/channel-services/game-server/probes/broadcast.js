module.exports = function (app, session, next, say) {
	var cs = app.get('channelService');
	cs.broadcast('connector', 'push', { n: 20 }, {}, function (err) {
		say('b1 %s %s', err, arguments.length);
		cs.broadcast('connector', 'push', { n: 21 }, { binded: true }, function (err) {
			say('b2 %s', err);
			cs.broadcast(
				'connector',
				'push',
				{ n: 22 },
				{ binded: true, filterParam: { not: 'a' } },
				function (err) {
					say('b3 %s', err);
					cs.broadcast('nothing', 'push', { n: 23 }, {}, function (err) {
						say('b4 %s %s', err, arguments.length);
						next(null, {});
					});
				}
			);
		});
	});
};
