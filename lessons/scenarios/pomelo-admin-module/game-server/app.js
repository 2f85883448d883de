// An admin module runs on the master and on every server. This one asks all servers how many clients they hold.
const pomelo = require('pomelo');
const crowd = require('./app/modules/crowd');

const app = pomelo.createApp();
app.set('name', 'watched');

app.configure('production|development', 'connector', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

app.configure('production|development', function () {
	app.registerAdmin(crowd, { app: app, interval: 1 });
});

app.start();
