// Who wants to play asks the lobby; the lobby asks a table server; the table server asks the scores. And all the way back.
const pomelo = require('pomelo');
const routers = require('./app/util/routers');

const app = pomelo.createApp();
app.set('name', 'card-house');

app.configure('production|development', 'connector', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

app.configure('production|development', function () {
	app.route('table', routers.table);
});

app.start();

process.on('uncaughtException', function (error) {
	console.error(' Caught exception: ' + error.stack);
});
