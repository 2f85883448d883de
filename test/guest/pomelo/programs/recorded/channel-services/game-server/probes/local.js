module.exports = function (app, session, next, say) {
	var ch = app.channelService.getChannel('loc', true);
	ch.add('a', app.getServerId());
	ch.add('zz', app.getServerId());
	ch.pushMessage('push', { n: 40 }, function (err, f) {
		say('local %s %j', err, f);
		app.channelService.pushMessageByUids(
			'push',
			{ n: 41 },
			[{ uid: 'a', sid: app.getServerId() }],
			function () {
				say('local2');
				next(null, {});
			}
		);
	});
	say('after local');
};
