// A gate that calls a time server. The gate waits two seconds for an answer, not longer.
const pomelo = require('pomelo');
const route = require('./app/route');

const app = pomelo.createApp();
app.set('name', 'calls-that-fail');

app.configure('development', 'gate', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
	app.set('proxyConfig', { timeout: 2000 });
	app.route('time', route);
});

app.start();

process.on('uncaughtException', function (error) {
	console.error('uncaughtException: ' + error.message);
});
