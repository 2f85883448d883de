module.exports = function (app, session, next, say) {
	var n = 0;
	var t = app.getServerType() === 'chat' ? 'time' : 'chat';
	try {
		app.rpc[t].r.who({ to: t + '-server-1' }, 'silent', 1, function (e) {
			say(
				'cb1 %s %j',
				e && e.message && e.message.replace(/server \d+ host/, 'server N host'),
				[].slice.call(arguments, 1)
			);
		});
	} catch (e) {
		say('thrown %s', e.message);
	}
	try {
		app.rpc[t].r.who({ to: t + '-server-1' }, 'ok', 1, function (e) {
			say(
				'cb2 %s %j',
				e && e.message && e.message.replace(/server \d+ host/, 'server N host'),
				[].slice.call(arguments, 1)
			);
			if (!n++) next(null, { ok: 1 });
		});
	} catch (e) {
		say('thrown %s', e.message);
	}
};
