var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

app.configure('all', 'chat', function () { app.set('proxyConfig', { timeout: 900 }); });
var early = []; app.load({ name: 'early', start: function (cb) { say('start rpc %s sys %s invoke %s', typeof app.rpc, typeof app.sysrpc, typeof app.rpcInvoke); cb(); }, afterStart: function (cb) { say('after rpc %s sys %s invoke %s', typeof app.rpc, typeof app.sysrpc, typeof app.rpcInvoke); cb(); } });
app.event.on('start_server', function (id) { say('start_server %s rpc %s sys %j', id === app.serverId, typeof app.rpc, app.sysrpc && Object.keys(app.sysrpc)); });

app.start(function () { say('cb rpc %s sys %j', typeof app.rpc, app.sysrpc && Object.keys(app.sysrpc)); });

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
