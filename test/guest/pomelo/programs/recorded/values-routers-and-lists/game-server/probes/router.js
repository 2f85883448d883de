module.exports = function (app, session, next, say) {
	var out = [];
	app.route('chat', function (p, msg, a, cb) {
		say('routed by %s args=%j app=%s cb=%s', typeof p, msg.args, a === app, typeof cb);
		if (p === 'err') return cb('text error');
		if (p === 'errobj') return cb(new Error('router error'));
		if (p === 'undef') return cb();
		if (p === 'twice') {
			cb(null, 'chat-server-1');
			return cb(null, 'chat-server-2');
		}
		if (p === 'late')
			return setTimeout(function () {
				cb(null, 'chat-server-2');
			}, 50);
		if (p === 'throw') throw new Error('router throws');
		cb(null, 'chat-server-1');
	});
	['ok', 'err', 'errobj', 'undef', 'late', 'throw'].forEach(function (k) {
		try {
			app.rpc.chat.r.echo(k, k, function () {
				var a = [].slice.call(arguments);
				say(
					'%s -> %j',
					k,
					a.map(function (x) {
						return x && x.message ? 'Error ' + x.message : x;
					})
				);
			});
		} catch (e) {
			say('%s thrown %s', k, e.message);
		}
	});
	setTimeout(function () {
		next(null, {});
	}, 300);
};
