var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

['close_session', 'bind_session', 'unbind_session'].forEach(function (e) { app.event.on(e, function (s) { say('%s %s args %d uid %s settings %j export %s get %s', e, s.constructor.name, arguments.length, s.uid, s.settings, typeof s.export, s.get && s.get('k')); }); });
app.configure('all', 'connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector, useDict: true, useProtobuf: true, handshake: function (msg, cb, socket) {
    say('handshake %j %s %s', msg, typeof socket.id, arguments.length);
    if (!msg.user || !msg.user.how) return cb(null, null);
    if (msg.user.how === 'err') return cb(new Error('no'));
    if (msg.user.how === 'text') return cb(null, 'welcome');
    if (msg.user.how === 'twice') { cb(null, { n: 1 }); return cb(null, { n: 2 }); }
    if (msg.user.how === 'late') return setTimeout(function () { cb(null, { late: 1 }); }, 300);
    if (msg.user.how === 'throw') throw new Error('handshake');
  } });
  if (app.serverId === 'connector-server-2') { app.set('dictionaryConfig', { dict: app.getBase() + '/config/own.json' }); app.set('protobufConfig', { serverProtos: '/config/sp.json', clientProtos: '/config/cp.json' }); }
});
app.configure('all', 'connector', function () {
  if (app.serverId === 'connector-server-3') { app.get('connectorConfig').useHostFilter = true; app.get('connectorConfig').blacklistFun = function (cb) { say('blacklist'); cb(null, app.told ? ['^10[.]', '127.0.0.1'] : 'no list'); app.told = true; }; }
});
app.configure('all', 'gate', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector, useHostFilter: true, checkClient: function (type, version) { say('check %s %s', type, version); return app.serverId !== 'gate-server-2'; }, blacklistFun: function (cb) { say('blacklist %s', typeof cb); cb(null, app.serverId === 'gate-server-1' ? ['^10\\.'] : ['127.0.0.1']); } });
  if (app.serverId === 'gate-server-2') app.get('connectorConfig').useHostFilter = false;
});

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
