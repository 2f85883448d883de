// A chat of many rooms: everybody of a room meets on one chat server, whichever connector they came through.
const pomelo = require('pomelo');
const crc = require('crc');

const pick = (key, servers) => servers[Math.abs(crc.crc32(key)) % servers.length];

const app = pomelo.createApp();
app.set('name', 'busy-chat');
app.set('pick', pick, true);
app.configure('development', 'gate|connector', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});
app.configure('development', function () {
	app.route('chat', function (session, msg, app, cb) {
		cb(null, pick(session.get('room'), app.getServersByType('chat')).id);
	});
});
app.start();
