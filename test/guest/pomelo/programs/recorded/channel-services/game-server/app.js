var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
if (app.getServerId() === 'connector-server-2')
	app.set('pushSchedulerConfig', { scheduler: pomelo.pushSchedulers.buffer, flushInterval: 30 });
app.set('channelConfig', {
	broadcastFilter: function (session, msg, param) {
		say('filter %s %s %j', session.uid, typeof msg, param);
		return !param || session.uid !== param.not;
	}
});
app.route('chat', function (rp, msg, a, cb) {
	cb(null, 'chat-server-1');
});
app.start();
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
