var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
var replaced = 0;
app.event.on('replace_servers', function (list) {
	if (++replaced === 1)
		say(
			'replaced by a new view with me %s',
			list.some(function (s) {
				return s.id === app.getServerId();
			})
		);
});
app.event.on('remove_servers', function (ids) {
	say('removed %j', ids);
});
app.event.on('start_all', function () {
	say('start_all');
});
app.start();
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
