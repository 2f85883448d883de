var pomelo = require('pomelo');
var say = require('./lib/say');
var app = pomelo.createApp();
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
function comp(name, opts) {
	opts = opts || {};
	return {
		name: name,
		start: opts.noStart
			? undefined
			: function (cb) {
					say(
						'%s start rpc=%s ch=%s bs=%s ss=%s servers=%j',
						name,
						typeof app.rpc,
						typeof app.get('channelService'),
						typeof app.backendSessionService,
						typeof app.sessionService,
						Object.keys(app.getServers())
					);
					setTimeout(function () {
						cb(opts.err);
					}, opts.delay || 0);
				},
		afterStart: function (cb) {
			say(
				'%s afterStart rpc=%s servers=%j',
				name,
				typeof app.rpc,
				Object.keys(app.getServers()).length
			);
			cb(opts.aerr);
		},
		stop: function (force, cb) {
			say('%s stop %s', name, force);
			setTimeout(cb, 20);
		}
	};
}
app.load(comp('one', { delay: 30 }));
app.load(comp('two', { noStart: true }));
app.load('three', function (a, o) {
	say('three factory %s', a.getServerId() === a.get('serverId'));
	return comp('threeInner');
});
app.load(comp('four'), { ignored: 1 });
app.configure('development', 'time', function () {
	app.load(comp('timeErr', { aerr: 'late error' }));
});
app.event.on('start_server', function (id) {
	say('start_server %s', id);
});
app.event.on('start_all', function () {
	say('start_all rpc=%s', app.rpc ? Object.keys(app.rpc) : app.rpc);
});
app.event.on('remove_servers', function (ids) {
	say('remove %j', ids);
});
app.start(function (err) {
	say('cb err=%s rpc=%s', err, app.rpc ? Object.keys(app.rpc) : app.rpc);
});
process.on('exit', function (c) {
	say('exit %s', c);
});
