var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

app.configure('all', 'connector', function () { if (app.serverId === 'connector-server-2') app.set('pushSchedulerConfig', { scheduler: pomelo.pushSchedulers.buffer, flushInterval: 30 }); });
app.configure('all', 'gate', function () { app.set('pushSchedulerConfig', { scheduler: { start: function (cb) { say('scheduler start %s', arguments.length); cb(); }, stop: function (cb) { say('scheduler stop %s %s', arguments.length, typeof cb); cb(); }, schedule: function (id, route, msg, to, opts, cb) { say('schedule %s %s %j %j', typeof id, route, to, opts); (to || []).forEach(function (sid) { var s = app.sessionService.get(sid); if (s) s.sendBatch([msg, msg]); }); cb(); } } }); });
if (app.getServerType() !== 'master') process.on('exit', function (code) { say('exit %s', code); });

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
