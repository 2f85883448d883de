var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

var flt = require('./lib/filters');
app.filter(flt.one(app));
app.before(flt.fn(app));
app.filter(flt.two(app));
app.after(flt.afterOnly(app));
app.globalFilter(flt.global('g1'));
app.globalBefore({ before: function (msg, session, next) { say('gb %s', msg.p || (msg.body && msg.body.p)); next(); } });
app.globalAfter({ after: function (err, msg, session, resp, next) { say('ga %s %j', err && (err.message || err), resp); next(err); } });
app.set('errorHandler', function (err, msg, resp, session, cb) { say('errorHandler %s %j %s', err && (err.message || err), resp, msg.__route__); cb(err, { handled: String(err && err.message || err) }); });
app.set('globalErrorHandler', function (err, msg, resp, session, cb) { say('globalErrorHandler %s %j', err && (err.message || err), resp); cb(err, { global: String(err && err.message || err) }); });

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
