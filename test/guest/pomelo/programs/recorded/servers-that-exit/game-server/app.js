var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

if (app.getServerType() !== 'master') process.on('exit', function (c) { say('exit %s', c); });
app.set('proxyConfig', { timeout: 1200 });

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
