var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

app.registerAdmin(require('./app/modules/m'), { app: app });
var up = false;
app.event.on('start_all', function () {
  up = true;
  if (app.getServerType() === 'master') return;
  setTimeout(function () { app.module.agent.notify('m', { from: app.serverId, n: 1 }); }, { chat: 1200, connector: 1500, time: 1800 }[app.getServerType()]);
  setTimeout(function () { app.module.agent.notify('m', { from: app.serverId, n: 2 }); }, { chat: 2100, connector: 2400, time: 2700 }[app.getServerType()]);
  setTimeout(function () { say('servers %j', Object.keys(app.getServers()).sort()); }, 4600);
});
app.event.on('remove_servers', function (ids) { say('removed %j', ids); });

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
