var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

['add_servers', 'remove_servers', 'replace_servers', 'start_all'].forEach(function (e) { app.event.on(e, function (l) { say('%s %j', e, l && l.map(function (s) { return s.id || s; }).sort()); }); });
if (app.getServerType() === 'time') app.load({ start: function (cb) { say('component start'); cb(); }, afterStart: function (cb) { say('component afterStart'); cb(); } });

app.start(function (e) { say('started %s', e); if (app.getServerType() === 'gate') setTimeout(function () { app.rpc.time.r.hi(null, function () { say('answer %j', [].slice.call(arguments)); }); }, 2000); });

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
