module.exports = function (app, session, next, say) {
	var l = app.getServersByType('chat');
	app.addServers([
		{ id: 'chat-server-9', serverType: 'chat', host: '127.0.0.1', port: 25999 },
		{ id: 'map-server-1', serverType: 'map', host: '127.0.0.1', port: 25998 }
	]);
	say(
		'live %s %j %j',
		l === app.getServersByType('chat'),
		l.map(function (s) {
			return s.id;
		}),
		app.getServerTypes()
	);
	app.rpc.chat.r.echo.toServer('chat-server-9', 1, function (e) {
		say('to fake %s', e && e.message.replace(/server \d+ host/, 'server N host'));
		app.removeServers(['chat-server-9', 'map-server-1', 'none']);
		say(
			'%j %j %s',
			l.map(function (s) {
				return s.id;
			}),
			app.getServerTypes(),
			JSON.stringify(app.getServersByType('map'))
		);
		app.addServers([]);
		app.addServers();
		app.removeServers();
		app.replaceServers();
		next(null, {});
	});
};
