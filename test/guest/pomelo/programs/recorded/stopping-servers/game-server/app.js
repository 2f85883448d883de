var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

app.set('proxyConfig', { timeout: 900 });
if (app.getServerType() !== 'master') {
  process.on('exit', function (code) { say('exit %s', code); });
  app.load({ name: 'c1', stop: function (force, cb) { say('c1 stop %s', force); cb(); } });
  app.load({ name: 'c2', start: function (cb) { cb(); }, stop: function (force, cb) { say('c2 stop %s', force); setTimeout(cb, 30); } });
  app.load({ name: 'c3', stop: function (force, cb) { say('c3 stop %s', force); if (app.serverId !== 'time-server-1') cb(new Error('ignored')); } });
}
if (app.getServerType() === 'connector') app.event.on('remove_servers', function (ids) { say('removed %j', ids); });

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
