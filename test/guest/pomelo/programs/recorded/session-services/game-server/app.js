var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', {
	connector: pomelo.connectors.hybridconnector,
	heartbeat: 3,
	useDict: true,
	useProtobuf: true,
	handshake: function (msg, cb) {
		cb(null, { hello: msg.user });
	}
});
if (app.getServerId() === 'connector-server-2') app.set('sessionConfig', { singleSession: true });
['bind_session', 'close_session', 'unbind_session'].forEach(function (e) {
	app.event.on(e, function (s) {
		say('event %s %s %s', e, s.uid, s.get('k'));
	});
});
app.start();
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
