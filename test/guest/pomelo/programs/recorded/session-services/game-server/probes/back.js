module.exports = function (app, session, next, say) {
	say('back %s %s %s %j', session.frontendId, typeof session.uid, session.uid, session.settings);
	session.set('b', 7);
	session.set('k', 2);
	var bss = app.get('backendSessionService');
	session.push('b', function (err) {
		say('push %s %s', err, arguments.length);
		session.bind('other', function (err) {
			say('bind %s', err && String(err.stack || err).split('\n')[0]);
			session.bind(42, function (err) {
				say('bind same %s', err);
				session.unbind(42, function (err) {
					say('unbind %s uid=%s', err, session.uid);
					session.bind('back', function (err) {
						say('bind %s uid=%s', err, session.uid);
						bss.get(session.frontendId, session.id, function (err, s) {
							say(
								'get %s %s %s %j same=%s',
								err,
								s.uid,
								s.id === session.id,
								s.settings,
								s.constructor === session.constructor
							);
							bss.get(session.frontendId, 9999, function (err, s) {
								say('get unknown %s %s %s', err, s, arguments.length);
								bss.getByUid(session.frontendId, 'back', function (err, l) {
									say('byUid %s %s %s', err, l.length, l[0].uid);
									bss.getByUid(session.frontendId, 'zz', function (err, l) {
										say('byUid unknown %s %s', err, l);
										say('export %j', session.export());
										session.pushAll(function (err) {
											say('pushAll %s', err);
											next(null, { ok: session.get('k') });
										});
									});
								});
							});
						});
					});
				});
			});
		});
	});
};
