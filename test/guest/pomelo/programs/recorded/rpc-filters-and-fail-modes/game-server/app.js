var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
var id = app.getServerId();
if (id === 'connector-server-1') {
	app.set('proxyConfig', { timeout: 800 });
	var f = function (name) {
		return {
			name: name,
			before: function (sid, msg, opts, next) {
				if (msg.namespace === 'sys') return next();
				say('%s before %s %s %j opts=%s', name, sid, msg.method, msg.args, typeof opts);
				var m = msg.args[0];
				if (name !== 'f1') return next();
				if (m === 'rewrite')
					return next(
						'chat-server-2',
						{
							namespace: 'user',
							serverType: 'chat',
							service: 'r',
							method: 'who',
							args: ['changed', 2]
						},
						opts
					);
				if (m === 'veto') return next(new Error('vetoed'));
				if (m === 'typeerr') return next(new TypeError('x'));
				if (m === 'throw') throw new Error('thrown');
				if (m === 'never') return;
				next();
			},
			after: function (sid, msg, opts, next) {
				if (msg.namespace !== 'sys') say('%s after %s %s', name, sid, msg.method);
				next();
			}
		};
	};
	app.rpcFilter(f('f1'));
	app.rpcFilter(f('f2'));
	app.rpcBefore(function (sid, msg, opts, next) {
		if (msg.namespace !== 'sys') say('fn before');
		next();
	});
	app.rpcAfter(function (sid, msg, opts, next) {
		if (msg.namespace !== 'sys') say('fn after');
		next();
	});
	app.rpcFilter(pomelo.rpcFilters.rpcLog());
	app.rpcBefore(pomelo.rpcFilters.toobusy());
	app.set('rpcErrorHandler', function (err, sid, msg, opts) {
		say('rpcErrorHandler %s %s %s %s', err.message, sid, msg.method, typeof opts);
	});
} else if (id === 'connector-server-2') {
	app.enable('rpcDebugLog');
	app.set('proxyConfig', { timeout: 800, failMode: 'failover' });
} else if (id === 'chat-server-2') {
	app.set('proxyConfig', { timeout: 500, failMode: 'failover' });
} else if (id === 'time-server-1') {
	app.enable('rpcDebugLog');
	app.set('proxyConfig', { timeout: 500, failMode: 'failback' });
} else if (id === 'time-server-2') {
	app.set('proxyConfig', { timeout: 500, failMode: 'failsafe' });
}
app.route('chat', function (rp, msg, a, cb) {
	cb(null, (rp && rp.to) || 'chat-server-2');
});
app.route('time', function (rp, msg, a, cb) {
	cb(null, (rp && rp.to) || 'time-server-1');
});
app.start();
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
