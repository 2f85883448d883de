var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

var c = app.getCurServer(); var o = {}; Object.keys(c).forEach(function (k) { if (k !== 'main' && k !== 'pid') o[k] = c[k]; });
say('%s %s %j front %s back %s', typeof app.serverId, app.serverId, o, app.isFrontend(), app.isBackend());
say('config %j', Object.keys(app.getServersFromConfig()));
say('one %j', app.getServerFromConfig('chat-server-1'));
say('argv %j', process.argv.slice(2).filter(function (a) { return !/^(main|pid)=/.test(a); }));
app.event.on('add_servers', function (l) { l.forEach(function (s) { if (s.id !== 'chat-server-1') return; delete s.main; delete s.pid; say('added %j', s); }); });

app.start(function () { say('components %j', Object.keys(app.components)); });

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
