var pomelo = require('pomelo');
var routeUtil = require('./app/util/routeUtil');
var abuse = require('./app/servers/chat/filter/abuseFilter');
var helloWorld = require('./app/components/helloWorld');

var app = pomelo.createApp();
app.set('name', 'chat of rooms');

app.configure('production|development', 'connector', function () {
	app.set('connectorConfig', {
		connector: pomelo.connectors.hybridconnector,
		heartbeat: 3,
		useDict: true,
		useProtobuf: true
	});
});

app.configure('production|development', 'gate', function () {
	app.set('connectorConfig', {
		connector: pomelo.connectors.hybridconnector,
		useDict: true,
		useProtobuf: true
	});
});

app.configure('production|development', function () {
	app.route('chat', routeUtil.chat);
	app.route('time', routeUtil.time);
	app.filter(pomelo.timeout());
});

app.configure('production|development', 'chat', function () {
	app.filter(abuse());
});

app.configure('production|development', 'master', function () {
	app.load(helloWorld, { interval: 1500 });
});

app.start();

process.on('uncaughtException', function (err) {
	console.error(' Caught exception: ' + err.stack);
});
