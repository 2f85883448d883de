module.exports = function (app, session, next, say) {
	var n = 0;
	try {
		var t = app.getServerType() === 'chat' ? 'time' : 'chat';
		app.rpc[t].r.who({ to: 'nobody-1' }, 'u', 1, function (e) {
			say('cb %s %j', e && e.message, [].slice.call(arguments, 1));
			if (!n++) next(null, { e: e && e.message });
		});
	} catch (e) {
		say('thrown %s', e.message);
		next(null, { t: 1 });
	}
};
