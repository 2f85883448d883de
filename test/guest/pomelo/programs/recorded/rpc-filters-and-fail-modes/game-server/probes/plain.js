module.exports = function (app, session, next, say) {
	if ('plain' === 'rewrite')
		app.rpc.chat.r.who.toServer('chat-server-2', 'open', 0, function () {});
	setTimeout(function () {
		try {
			app.rpc.chat.r.who({ to: 'chat-server-2' }, 'plain', 1, function () {
				next(null, {
					args: [].slice.call(arguments).map(function (x) {
						return x && x.message ? x.message : x;
					})
				});
			});
		} catch (e) {
			say('caught %s', e.message);
			next(null, { caught: e.message });
		}
	}, 300);
};
