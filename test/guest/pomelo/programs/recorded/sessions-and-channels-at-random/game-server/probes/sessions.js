module.exports = function (app, session, next, say) {
  var r = require('../lib/rnd')(11), svc = app.sessionService, i = 0;
  var uids = ['a', 'b', 7, 0, '', null, undefined, { o: 1 }, true], keys = ['k', 'x y', 5, ''], vals = [1, 's', null, undefined, { a: [1] }, NaN];
  function show(e) { return e && e.stack ? String(e.stack).split('\n')[0].replace(/sid: \d+/, 'sid') : e; }
  (function step() {
    if (i++ >= 40) return next(null, { uid: session.uid, s: session.settings });
    var u = r.pick(uids), k = r.pick(keys), v = r.pick(vals), op = r(7), done = function (n) { return function () { say('%d %s -> %j uid %j', i, n, [].slice.call(arguments).map(show), session.uid); setTimeout(step, 5); }; };
    switch (op) {
      case 0: case 1: session.bind(u, done('bind ' + JSON.stringify(u))); break;
      case 2: session.unbind(u, done('unbind ' + JSON.stringify(u))); break;
      case 3: session.set(k, v); say('%d set %j %j get %j', i, k, v, session.get(k)); setTimeout(step, 5); break;
      case 4: session.push(k, done('push ' + JSON.stringify(k))); break;
      case 5: session.pushAll(done('pushAll')); break;
      case 6: var f = svc.get(session.id), found = svc.getByUid(u); say('%d internal %j %j byUid %s', i, f.uid, f.settings, found ? found.length : found); setTimeout(step, 5); break;
    }
  })();
};
