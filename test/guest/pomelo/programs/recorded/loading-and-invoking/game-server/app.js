var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
app.set('proxyConfig', { timeout: 900 });
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message.split('\n')[0]);
});
app.start(function (e) {
	say('started %s', e);
});
app.event.on('start_all', function () {
	say(
		'rpc %j',
		Object.keys(app.rpc || {}).map(function (t) {
			return (
				t +
				':' +
				Object.keys(app.rpc[t]).map(function (s) {
					return s + '(' + Object.keys(app.rpc[t][s]) + ')';
				})
			);
		})
	);
});
