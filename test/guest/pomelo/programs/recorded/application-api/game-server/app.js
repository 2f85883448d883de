var pomelo = require('pomelo');
var util = require('util');
function say() {
	console.log('[x] ' + util.format.apply(null, arguments));
}
say(
	'keys %j',
	Object.keys(pomelo).filter(function (k) {
		return (
			[
				'events',
				'components',
				'filters',
				'rpcFilters',
				'connectors',
				'pushSchedulers',
				'version',
				'createApp'
			].indexOf(k) >= 0
		);
	})
);
say('version %s', pomelo.version);
say('events %j', pomelo.events);
say('app before %s', typeof pomelo.app);
say(
	'filters %j %j %j %j',
	Object.keys(pomelo.filters).sort(),
	Object.keys(pomelo.rpcFilters).sort(),
	Object.keys(pomelo.connectors).sort(),
	Object.keys(pomelo.pushSchedulers).sort()
);
say('components %j', Object.keys(pomelo.components).sort());
say(
	'connector types %s %s',
	typeof pomelo.connectors.hybridconnector,
	typeof pomelo.connectors.sioconnector
);
say('schedulers %s %s', typeof pomelo.pushSchedulers.direct, typeof pomelo.pushSchedulers.buffer);
say(
	'roots %s %s %s %s',
	typeof pomelo.timeout,
	typeof pomelo.serial,
	typeof pomelo.time,
	typeof pomelo.toobusy
);
var app = pomelo.createApp();
say('same %s %s', app === pomelo.createApp(), app === pomelo.app);
say('state %s', app.state);
app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
say('ids %s %s %j', app.serverId, app.serverType, app.get('env'));
say('isX %s %s %s', app.isFrontend(), app.isBackend(), app.isMaster());
say('set %s %s %s', app.set('name', 'n') === app, app.get('name'), app.set('name'));
app.set('att', { a: 1 }, true);
say('attach %j', app.att);
say(
	'enable %s %s %s %s',
	app.enable('ff') === app,
	app.enabled('ff'),
	app.disabled('ff'),
	app.disable('ff') === app
);
say('settings %j', Object.keys(app.settings));
say(
	'mode %s type %s main %s base %s',
	app.mode,
	app.get('mode'),
	typeof app.get('main'),
	typeof app.getBase()
);
say('curServer %j', Object.keys(app.getCurServer()));
say('master %j', app.getMaster());
say('servers %j %j %j', app.getServers(), app.getServerTypes(), app.getServersByType('chat'));
say('config %j', Object.keys(app.getServersFromConfig()));
say('config1 %j %j', app.getServerFromConfig('chat-server-1'), app.getServerFromConfig('nope'));
say(
	'isFrontend raw %s %s',
	app.isFrontend(app.getServerFromConfig('connector-server-1')),
	app.isBackend(app.getServerFromConfig('chat-server-1'))
);
app.configure(function () {
	say('conf any %s', this === app);
});
app.configure('development', function () {
	say('conf dev');
});
app.configure('production|development', function () {
	say('conf p|d');
});
app.configure('production', function () {
	say('conf prod');
});
app.configure('all', 'connector|time', function () {
	say('conf connector|time');
});
app.configure('development', 'chat', function () {
	say('conf chat');
});
app.configure('development', 'all', function () {
	say('conf dev all');
});
say('configure returns %s', app.configure('production', function () {}) === app);
say(
	'route returns %s',
	app.route('chat', function (rp, msg, a, cb) {
		cb(null, 'chat-server-1');
	}) === app
);
say('filter returns %s', app.filter(pomelo.timeout()));
say(
	'before %s after %s',
	app.before({
		before: function (m, s, n) {
			n();
		}
	}),
	app.after({
		after: function (e, m, s, r, n) {
			n(e);
		}
	})
);
say('settings %j', Object.keys(app.settings));
say('require %j', typeof app.require);
try {
	say('app.require %j', app.require('config/x.json'));
} catch (e) {
	say('app.require err %s', e.code);
}
app.loadConfig('xc', app.getBase() + '/config/x.json');
say('loadConfig %j', app.get('xc'));
app.loadConfigBaseApp('yc', '/config/y.json');
say('loadConfigBaseApp %j', app.get('yc'));
app.loadConfigBaseApp('zc', '/config/zz.json');
say('loadConfigBaseApp env folder %j', app.get('zc'));
app.loadConfigBaseApp('none', '/config/none.json');
say('missing %s', app.get('none'));
say('load %s', app.load({ name: 'obj' }) === app);
say('load dup %s', app.load({ name: 'obj' }));
say(
	'load fn %s',
	app.load(
		function (a, o) {
			say('factory %s %j', a === app, o);
			return { name: 'fc' };
		},
		{ o: 1 }
	) === app
);
say('load named %s', app.load('nm', { name: 'other' }) === app);
function NamedFactory() {
	return { name: 'inner' };
}
app.load(NamedFactory);
say('components %j', Object.keys(app.components));
say('loaded %s', app.loaded.length);
[
	'add_servers',
	'remove_servers',
	'replace_servers',
	'start_server',
	'start_all',
	'bind_session',
	'close_session',
	'unbind_session'
].forEach(function (e) {
	app.event.on(e, function (x) {
		say(
			'event %s %s',
			e,
			Array.isArray(x)
				? JSON.stringify(
						x.map(function (i) {
							return i.id || i;
						})
					)
				: x && x.id !== undefined
					? 'session'
					: x
		);
	});
});
app.registerAdmin({});
app.registerAdmin('mm', function () {
	return {};
});
say('modules %j', Object.keys(app.get('__modules__')));
app.addCrons();
app.removeCrons([]);
app.use({});
app.use({ components: '/nowhere/components' });
app.beforeStopHook(function () {});
say('hook %s', typeof app.get('__beforeStopHook__'));
app.set('errorHandler', function (err, msg, resp, session, cb) {
	say('errorHandler %s %j %j', err && err.message, msg, resp);
	cb(null, { handled: true });
});
app.transaction(
	'tx',
	{
		c1: function (cb) {
			say('c1');
			cb();
		},
		c2: function (cb) {
			say('c2');
			process.nextTick(cb);
		}
	},
	{
		h1: function (cb) {
			say('h1');
			cb();
		},
		h2: function (cb) {
			say('h2');
			cb(new Error('h2 fails'));
		}
	},
	3
);
app.transaction(
	'tx2',
	{
		c1: function (cb) {
			cb(new Error('no'));
		}
	},
	{
		h1: function (cb) {
			say('never');
			cb();
		}
	}
);
app.transaction(5, {}, {});
app.transaction('x', 1, 2);
app.start(function (err) {
	say('started %s state %s rpc %s sysrpc %s', err, app.state, typeof app.rpc, typeof app.sysrpc);
	app.start(function (e) {
		say('again %s', e && e.message);
	});
	app.afterStart(function (e) {
		say('after again %s', e && e.message);
	});
	say('components %j', Object.keys(app.components));
});
process.on('uncaughtException', function (err) {
	say('uncaught %s', err.message.split('\n')[0]);
});
