var pomelo = require('pomelo');
var say = require('./lib/say');
var app = pomelo.createApp();
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
var M = require('./app/modules/m');
app.registerAdmin('pull', M, { app: app, id: 'pull', type: 'pull', interval: 60, delay: 9 });
app.registerAdmin('push', M, { app: app, id: 'push', type: 'push', interval: 1 });
app.registerAdmin('quiet', M, { app: app, id: 'quiet' });
app.registerAdmin(M, { app: app, id: 'mod', type: 'pull', interval: 60, delay: 60 });
app.registerAdmin({
	moduleId: 'objmod',
	monitorHandler: function (agent, msg) {
		say('objmod %j', msg);
	},
	start: function (cb) {
		say('objmod start servers %s rpc %s', Object.keys(app.getServers()).length, typeof app.rpc);
		cb();
	}
});
app.start(function () {
	say(
		'comps %j',
		Object.keys(app.components).filter(function (k) {
			return /monitor|master/.test(k);
		})
	);
	say('modules %j', Object.keys(app.get('__modules__')));
});
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
