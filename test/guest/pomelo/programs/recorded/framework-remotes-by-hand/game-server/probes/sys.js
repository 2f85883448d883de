module.exports = function (app, session, next, say, msg) {
  var F = 'connector-server-1', s = app.sysrpc.connector.sessionRemote, c = app.sysrpc.connector.channelRemote, steps = [];
  function show(a) { return [].slice.call(a).map(function (x) { return x && x.stack ? String(x.stack).split('\n')[0].replace(/server \d+ host.*/, '').replace(/sid: \d+/, 'sid') : x && x.id ? [x.frontendId, x.uid, x.settings] : x && x[0] && x[0].id ? x.map(function (y) { return [y.uid, y.settings]; }) : x; }); }
  function go(name, f) { steps.push(function (done) { try { f(function () { say('%s %j', name, show(arguments)); done(); }); } catch (e) { say('%s throws %s', name, e.name); done(); } }); }
  var id = session.id;
  go('by sid', function (d) { s.getBackendSessionBySid.toServer(F, id, d); });
  go('by uid', function (d) { s.getBackendSessionsByUid.toServer(F, 'ann', d); });
  go('by nobody', function (d) { s.getBackendSessionsByUid.toServer(F, 'nobody', d); });
  go('bind again', function (d) { s.bind.toServer(F, id, 'ann', d); });
  go('bind other', function (d) { s.bind.toServer(F, id, 'bob', d); });
  go('push', function (d) { s.push.toServer(F, id, 'z', { a: [1] }, d); });
  go('push undefined', function (d) { s.push.toServer(F, id, 'u', undefined, d); });
  go('pushAll', function (d) { s.pushAll.toServer(F, id, { q: 1, k: null }, d); });
  go('pushAll null', function (d) { s.pushAll.toServer(F, id, null, d); });
  go('by sid', function (d) { s.getBackendSessionBySid.toServer(F, id, d); });
  go('push message', function (d) { c.pushMessage.toServer(F, 'push', { m: 1 }, ['ann', 'nobody'], { type: 'push', userOptions: {}, isPush: true }, d); });
  go('push no opts', function (d) { c.pushMessage.toServer(F, 'push', { m: 2 }, ['ann'], null, d); });
  go('push empty message', function (d) { c.pushMessage.toServer(F, 'push', null, ['ann'], {}, d); });
  go('push no route', function (d) { c.pushMessage.toServer(F, '', { m: 3 }, ['ann'], {}, d); });
  go('broadcast', function (d) { c.broadcast.toServer(F, 'push', { m: 4 }, { type: 'broadcast', userOptions: {} }, d); });
  go('broadcast no type', function (d) { c.broadcast.toServer(F, 'push', { m: 5 }, {}, d); });
  go('star', function (d) { s.getBackendSessionsByUid.toServer('*', 'ann', d); });
  go('routed', function (d) { s.getBackendSessionsByUid(session, 'ann', d); });
  go('forward', function (d) { app.sysrpc.chat.msgRemote.forwardMessage.toServer('chat-server-2', { id: 1, route: 'chat.run.go', body: { p: 'who' } }, { id: 7, frontendId: F, uid: 'x', settings: { a: 1 } }, d); });
  go('forward no session', function (d) { app.sysrpc.chat.msgRemote.forwardMessage.toServer('chat-server-2', { route: 'chat.run.go', body: { p: 'who' } }, null, d); });
  go('forward bad route', function (d) { app.sysrpc.chat.msgRemote.forwardMessage.toServer('chat-server-2', { route: 'chat.run', body: {} }, { id: 7 }, d); });
  go('invoke no args', function (d) { app.rpcInvoke('chat-server-2', { namespace: 'user', service: 'r', method: 'hi' }, d); });
  go('invoke null msg', function (d) { app.rpcInvoke('chat-server-2', null, d); });
  go('invoke self', function (d) { app.rpcInvoke(app.serverId, { namespace: 'user', service: 'r', method: 'hi', args: [1] }, d); });
  go('unbind', function (d) { s.unbind.toServer(F, id, 'ann', d); });
  (function run() { var f = steps.shift(); if (!f) return next(null, {}); var over = false; function done() { if (over) return; over = true; run(); } f(done); setTimeout(function () { if (!over) { say('no answer'); done(); } }, 1100); })();
};
