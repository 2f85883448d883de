var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

say('%s env %s NODE_ENV %s', app.serverId, app.get('env'), typeof process.env.NODE_ENV);
app.configure('production', function () { say('in production'); });
app.configure('development', function () { say('in development'); });
app.configure('production|development', 'chat', function () { say('chat only'); });
app.configure('production', 'connector|master', function () { say('connector or master %s', this === app); });
app.configure('all', 'all', function () { say('all all'); });
app.configure(function () { say('bare'); });
app.loadConfigBaseApp('extra', 'config/extra.json'); say('extra %j', app.get('extra'));
app.loadConfigBaseApp('none', 'config/none.json'); say('none %j', app.get('none'));
app.loadConfig('direct', app.getBase() + '/config/extra.json'); say('direct %j', app.get('direct'));
try { app.loadConfig('x', './config/none.json'); } catch (e) { say('loadConfig %s', e.code); }
say('cur %s', JSON.stringify(app.getCurServer(), function (k, v) { return k === 'main' || k === 'port' || k === 'clientPort' || k === 'pid' ? typeof v : v; }));
say('config %s', JSON.stringify(app.getServersFromConfig(), function (k, v) { return k === 'port' || k === 'clientPort' ? typeof v : v; }));
say('argv %j', process.argv.slice(2).map(function (x) { return x.replace(/\d{4,}/, 'N'); }));

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
