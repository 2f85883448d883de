module.exports = function (app, session, next, say) {
  var r = require('../lib/rnd')(7), cs = app.get('channelService');
  var names = ['a', 'b', 5], uids = ['u1', 'u2', 3, 0, null, undefined, ''], sids = ['connector-server-1', 's2', '', null], held = [];
  for (var i = 0; i < 120; i++) {
    var n = r.pick(names), u = r.pick(uids), s = r.pick(sids), h = held[r(2)], out;
    switch (r(9)) {
      case 0: out = ['create', (held[r(2)] = cs.createChannel(n)).name]; break;
      case 1: out = ['get', (held[r(2)] = cs.getChannel(n, true)).getMembers()]; break;
      case 2: if (r(3) === 0) cs.destroyChannel(n); out = ['keys', Object.keys(cs.channels)]; break;
      case 3: case 4: case 5: out = ['add', u, s, h && h.add(u, s)]; break;
      case 6: out = ['leave', u, s, h && h.leave(u, s)]; break;
      case 7: out = ['look', h && [h.getMembers(), h.getUserAmount(), h.getMember(u), h.groups]]; break;
      case 8: if (h && r(3) === 0) h.destroy(); out = ['state', h && h.state]; break;
    }
    say('%d %j', i, out);
  }
  function name(f) { try { f(); return 'fine'; } catch (e) { return e.name; } }
  var c = cs.getChannel('p', true); c.add('x', 'connector-server-1');
  say('no message %s, null %s, no record %s, own users %s', name(function () { c.pushMessage(); }), name(function () { c.pushMessage(null, function () {}); }), name(function () { cs.pushMessageByUids('push', {}, [null]); }), name(function () { cs.pushMessageByUids('push', {}, [{ uid: 'x', sid: app.serverId }]); }));
  var all = []; for (var k in c) all.push(k); say('channel %s', all.join(' ')); say('%s', require('util').inspect(c, { depth: 0 }).split('\n')[0]);
  next(null, {});
};
