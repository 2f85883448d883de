var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
var how = {
	'connector-server-1': 'rr',
	'connector-server-2': 'wrr',
	'chat-server-2': 'ch',
	'time-server-1': 'la',
	'time-server-2': 'la'
}[app.getServerId()];
app.set('proxyConfig', { timeout: 800, routerType: how, hashFieldIndex: 1 });
app.route('chat', function (rp, msg, a, cb) {
	say('own router');
	cb(null, 'chat-server-2');
});
app.start();
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
