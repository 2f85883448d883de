module.exports = function (app, session, next, say) {
	say('%s %s', app.getServersByType('nothing'), app.getServerById('nobody'));
	try {
		app.rpc.nothing.r.x(1, function () {});
	} catch (e) {
		say('%s', e.name);
	}
	try {
		app.rpc.chat.r.nope(1, function () {});
	} catch (e) {
		say('%s', e.name);
	}
	app.rpc.chat.r.echo(1);
	app.rpc.chat.r.echo(function () {
		say('never');
	});
	app.rpc.chat.r.echo.toServer(5, 1, function () {
		say('never');
	});
	app.rpc.chat.r.echo.toServer('chat-server-1', 'ts', function () {
		say('toServer %j', [].slice.call(arguments));
		app.rpc.chat.r.echo.toServer('*', 'all', function () {
			say('all %s', arguments.length);
			next(null, {});
		});
	});
};
