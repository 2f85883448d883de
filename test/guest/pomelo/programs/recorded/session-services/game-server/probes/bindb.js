module.exports = function (app, session, next, say) {
	session.on('closed', function (s, r) {
		say('closed %s %s', s.uid, r);
	});
	session.bind('b', function (err) {
		say('bindb %s', err && err.message);
		app.get('sessionService').bind(session.id, 'b', function (e) {
			say('second %s', e);
			next(null, {});
		});
	});
};
