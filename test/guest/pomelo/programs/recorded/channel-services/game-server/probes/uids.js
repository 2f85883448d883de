module.exports = function (app, session, next, say) {
	var cs = app.get('channelService');
	cs.pushMessageByUids(
		'push',
		{ n: 10 },
		[
			{ uid: 'a', sid: 'connector-server-1' },
			{ uid: 'b', sid: 'connector-server-2' }
		],
		function (err, f) {
			say('u1 %s %j', err, f);
			cs.pushMessageByUids(
				{ route: 'push', n: 11 },
				[
					{ uid: 'a', sid: 'connector-server-1' },
					{ uid: 'no', sid: 'connector-server-2' },
					{ uid: 'nosid' }
				],
				{},
				function (err, f) {
					say('u2 %s %j', err, f);
					cs.pushMessageByUids('push', { n: 12 }, [], function (err, f) {
						say('u3 %s %j', err && err.message, f);
						cs.pushMessageByUids('push', { n: 12 }, null, function (err, f) {
							say('u4 %s %j', err && err.message, f);
							try {
								cs.pushMessageByUids('push', { n: 13 }, [{ uid: 'nosid' }], function (err, f) {
									say('u5 %s %j', err && err.message, f);
									next(null, {});
								});
							} catch (e) {
								say('thrown %s', e.message);
								next(null, {});
							}
						});
					});
				}
			);
		}
	);
};
