// Runs in every server of the cluster, the master included; the server type decides what each becomes.
const pomelo = require('pomelo');
const routers = require('./app/util/routers');

const app = pomelo.createApp();
app.set('name', 'chat-with-a-clock');
// A call that is not answered within a second is given up.
app.set('proxyConfig', { timeout: 1000 });

// Frontend servers are those that clients connect to.
app.configure('production|development', 'gate|connector', function () {
	app.set('connectorConfig', {
		connector: pomelo.connectors.hybridconnector,
		heartbeat: 30
	});
});

// A router answers one question: which server of this type gets the call?
app.configure('production|development', function () {
	app.route('time', routers.time);
	app.route('chat', routers.chat);
});

app.start();

process.on('uncaughtException', function (error) {
	console.error(' Caught exception: ' + error.stack);
});
