module.exports = function (app, session, next, say) {
	var ss = app.get('sessionService');
	var inner = ss.get(session.id);
	say('session %s %s %s', session.frontendId, session.uid, JSON.stringify(session.settings));
	session.on('closed', function (s, reason) {
		say(
			'closed %s %s %s %j getByUid=%s',
			s.uid,
			typeof reason,
			reason,
			s.settings,
			ss.getByUid(s.uid)
		);
	});
	session.on('bind', function (uid) {
		say('on bind %s', uid);
	});
	session.on('unbind', function (uid) {
		say('on unbind %s', uid);
	});
	session.set('k', 1);
	session.set('obj', { deep: [1] });
	session.set({ x: 1 }, 2);
	say('get %s %j inner=%s', session.get('k'), session.settings, inner.get('k'));
	session.bind('alice', function (err) {
		say('bind cb %s uid=%s inner=%s', err, session.uid, inner.uid);
		session.bind('alice', function (err) {
			say('again %s', err);
			session.bind('bob', function (err) {
				say('other %s', err && err.message);
				session.unbind('bob', function (err) {
					say('unbind wrong %s', err && err.message);
					session.unbind('alice', function (err) {
						say('unbind %s uid=%s', err, session.uid);
						session.bind(42, function (err) {
							say(
								'bind number %s %s %s',
								err,
								typeof session.uid,
								ss.getByUid('42') && ss.getByUid('42').length
							);
							session.push('k', function (err) {
								say('push %s inner=%j', err, inner.settings);
								session.pushAll(function (err) {
									say(
										'pushAll %s inner=%j same=%s',
										err,
										inner.settings,
										inner.settings === session.settings
									);
									say('export %j', session.export());
									var e = session.export();
									say('keys %j', Object.keys(e));
									session.push('nokey', function () {
										say('nokey %j', inner.settings);
										next(null, { id: typeof session.id });
									});
								});
							});
						});
					});
				});
			});
		});
	});
	say('sync uid=%s inner=%s', session.uid, inner.uid);
};
