var pomelo = require('pomelo');
var say = require('./lib/say');

var app = pomelo.createApp();
app.set('name', 'conformance');

app.configure('production|development', 'gate|connector', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

function attempt(what, f) { try { say('%s: %s', what, f()); } catch (e) { say('%s throws %s', what, e.name); } }
if (app.getServerType() === 'connector' || app.getServerType() === 'master') {
  attempt('load nothing', function () { return app.load(); });
  attempt('load null', function () { return app.load(null); });
  attempt('factory of nothing', function () { return app.load(function () {}); });
  attempt('named factory of nothing', function () { return app.load('named', function () {}) === app; });
  attempt('own name, nothing', function () { function mine() {} return app.load(mine) === app; });
  attempt('string component', function () { return app.load('x', 'text') === app; });
  attempt('number', function () { return app.load(5) === app; });
  say('loaded %d, names %j, components.named %s', app.loaded.length, Object.keys(app.components), app.components.named);
  app.loaded.splice(0); app.components = {};
  attempt('name number', function () { return app.load({ name: 5 }) === app; });
  attempt('name empty', function () { return app.load('', { name: 'e' }) === app; });
  attempt('three', function () { return app.load('n', function (a, o) { return { o: o }; }, { z: 1 }) === app; });
  attempt('opts undefined', function () { var got; app.load(function (a, o) { got = arguments.length + ' ' + o; return {}; }); return got; });
  attempt('proto', function () { return app.load({ name: 'toString' }); });
  say('loaded %d, names %j', app.loaded.length, Object.keys(app.components));
  attempt('cfg env', function () { app.configure('production', function () { say('no'); }); app.configure('development', function () { say('yes dev'); }); return 1; });
  attempt('cfg list', function () { app.configure('production|development', 'connector|gate', function () { say('yes list'); }); return 1; });
  attempt('cfg comma', function () { app.configure('production,development', function () { say('comma?'); }); return 1; });
  attempt('cfg spaces', function () { app.configure('production | development', function () { say('spaces?'); }); return 1; });
  attempt('cfg all in list', function () { app.configure('all|x', function () { say('all in list?'); }); return 1; });
  attempt('cfg master', function () { app.configure('all', 'master', function () { say('is master'); }); return 1; });
  attempt('cfg null', function () { app.configure(null, function () { say('null?'); }); return 1; });
  attempt('cfg undefined type', function () { app.configure('all', undefined, function () { say('undef?'); }); return 1; });
  attempt('cfg array', function () { app.configure(['development'], function () { say('array?'); }); return 1; });
  attempt('cfg number', function () { app.configure(5, function () { say('number?'); }); return 1; });
  attempt('cfg no fn', function () { app.configure('development'); return 1; });
  attempt('cfg four', function () { app.configure('all', 'all', 'x', function () { say('four'); }); return 1; });
  attempt('cfg throws', function () { app.configure(function () { throw new RangeError('x'); }); return 1; });
  app.loadConfig('one', app.getBase() + '/config/one.json'); say('one %j', app.get('one'));
  app.loadConfig('two', app.getBase() + '/config/two.json'); say('two %j', app.get('two'));
  app.loadConfig('falsy', app.getBase() + '/config/falsy.json'); say('falsy %j', app.get('falsy'));
  attempt('loadConfig missing', function () { app.loadConfig('m', app.getBase() + '/config/missing.json'); return 1; });
  app.loadConfigBaseApp('b1', '/config/one.json'); app.loadConfigBaseApp('b2', 'config/two.json'); app.loadConfigBaseApp('b3', '/config/three.json'); app.loadConfigBaseApp('b4', '/config/list.json'); app.loadConfigBaseApp('b5', '/config/none.json'); app.loadConfigBaseApp('b6', '/x/three.json');
  say('%j %j %j %j %j %j %s', app.get('b1'), app.get('b2'), app.get('b3'), app.get('b4'), app.get('b5'), app.get('b6'), app.get('b1') === app.get('one'));
  attempt('require', function () { return JSON.stringify(app.require('config/one.json')) + (app.require('/config/one.json') === app.get('one')); });
  var detached = app.require; attempt('detached require', function () { return JSON.stringify(detached('config/one.json')); });
  say('before %s after %s filter %s rpcBefore %s route %s', app.before(function (m, s, n) { n(); }), app.after(function (e, m, s, r, n) { n(e); }), app.filter({ before: function (m, s, n) { n(); }, after: function (e, m, s, r, n) { n(e); } }), app.rpcBefore(function (i, m, o, n) { n(i, m, o); }), app.route('chat', null) === app);
  say('enable %s %s %s', app.enable('e') === app, app.get('e'), app.disable('e').get('e'));
  say('set undefined %s, null %s, attach %s', app.set('u', undefined) === app, app.set('nul', null).get('nul'), app.set('at', 0, true).at);
  say('reserved %s %s %s %s', app.get('env'), app.env, app.get('serverId') === app.serverId, app.get('curServer') === app.getCurServer());
  app.registerAdmin('mod', { x: 1 }, { o: 1 }); app.registerAdmin(undefined); app.registerAdmin(null, {}); app.registerAdmin({ moduleId: 'own' }, 7); app.registerAdmin('', { moduleId: 'hidden' });
  say('admins %s', Object.keys(app.get('__modules__')));
  app.set('__modules__', undefined);
  attempt('use', function () { return app.use({ components: __dirname + '/plug/components', events: __dirname + '/plug/events' }, { alpha: { n: 1 } }); });
  attempt('use missing', function () { return app.use({ components: __dirname + '/nope/components', events: __dirname + '/plug/events' }); });
  attempt('use missing events', function () { return app.use({ components: __dirname + '/plug/components', events: __dirname + '/plug/nope' }); });
  say('names %j', Object.keys(app.components));
  app.components = {}; app.loaded = app.loaded.filter(function (c) { return /alpha|beta/.test(c.name); });
  app.set('__routes__', undefined);
  attempt('start not a function', function () { return typeof app.start; });
}

app.start();

process.on('uncaughtException', function (err) {
  say('uncaught: %s', err && err.stack ? err.stack.split('\n')[0] : err);
});
