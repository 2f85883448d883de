var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.configure('all', 'connector', function () {
	app.set('connectorConfig', {
		connector: pomelo.connectors.hybridconnector,
		heartbeat: 1,
		useDict: true,
		useProtobuf: true,
		checkClient: function (type, version) {
			say('checkClient %s %s', type, version);
			return app.getServerId() === 'connector-server-1';
		}
	});
});
app.configure('all', 'gate', function () {
	app.set('connectorConfig', {
		connector: pomelo.connectors.hybridconnector,
		handshake: function (msg, cb) {
			if (app.getServerId() === 'gate-server-1') cb(new Error('no'));
			else cb(null, 'plain text');
		}
	});
});
app.start(function () {
	if (app.isFrontend()) {
		var d = app.components.__dictionary__;
		say('dict %j %j', d && d.getDict(), d && d.getAbbrs());
		say('protobuf %s', typeof app.components.__protobuf__);
	}
});
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
