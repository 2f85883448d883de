// A chat on a cluster: a gate, three connectors, three chat servers, two clocks. This file runs in each of them.
const pomelo = require('pomelo');
const routers = require('./app/util/routers');

const app = pomelo.createApp();
app.set('name', 'harbour-chat');

app.configure('production|development', 'gate|connector', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector, heartbeat: 30 });
});

// Everybody in a room has to meet on one chat server: this application decides which.
// There is no router for `time`: Pomelo's own picks a clock by the crc32 of the session's user id.
app.configure('production|development', function () {
	app.route('chat', routers.chat);
});

app.start();

process.on('uncaughtException', function (error) {
	console.error(' Caught exception: ' + error.stack);
});
