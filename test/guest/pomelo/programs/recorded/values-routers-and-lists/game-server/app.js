var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
app.set('proxyConfig', { timeout: 900 });
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message.split('\n')[0]);
});
app.route('default', function (p, msg, a, cb) {
	say('default route %s %s.%s %j', msg.serverType, msg.service, msg.method, msg.namespace);
	var l = a.getServersByType(msg.serverType);
	cb(null, l[l.length - 1].id);
});
app.load({
	name: 'early',
	start: function (cb) {
		try {
			app.rpc.chat.r.echo(null, 1, function () {});
		} catch (e) {
			say('early rpc %s', e.name);
		}
		cb();
	},
	afterStart: function (cb) {
		say('rpcInvoke %s', typeof app.rpcInvoke);
		cb();
	}
});
app.start(function () {
	if (app.rpcInvoke && app.getServerType() === 'chat')
		app.rpc.chat.r.echo(null, { from: app.serverId }, function () {
			say('startup rpc %j', [].slice.call(arguments));
		});
});
app.event.on('start_all', function () {
	if (app.getServerType() === 'time')
		app.rpc.chat.r.echo(null, 'start_all', function () {
			say('start_all rpc %j', [].slice.call(arguments));
		});
});
