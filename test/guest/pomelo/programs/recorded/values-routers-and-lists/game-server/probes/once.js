module.exports = function (app, session, next, say) {
	var ss = app.get('sessionService');
	session.once('bind', function (u) {
		say('once %s', u);
	});
	session.addListener('bind', function (u) {
		say('addListener %s', u);
	});
	session.on('bind', function f(u) {
		say('on %s', u);
		session.removeListener('bind', f);
	});
	session.bind('x', function () {
		session.unbind('x', function () {
			session.bind('y', function () {
				next(null, { uid: session.uid, count: session.listeners('bind').length });
			});
		});
	});
};
