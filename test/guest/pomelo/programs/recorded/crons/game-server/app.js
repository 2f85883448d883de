var pomelo = require('pomelo');
var say = require('./lib/say');
var app = pomelo.createApp();
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
app.event.on('add_crons', function (c) {
	say('add %j', c);
});
app.event.on('remove_crons', function (c) {
	say('remove %j', c);
});
app.start(function () {
	say('crons %j', typeof app.get('crons'));
});
app.event.on('start_all', function () {
	if (app.getServerId() === 'time-server-1')
		app.addCrons([{ id: 9, time: '* * * * * *', action: 't.added' }]);
});
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
