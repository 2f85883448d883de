module.exports = function (app, session, next, say) {
  var id = session.id; function show(n) { return function (e) { say('%s: %s', n, e && e.message.replace(/\d+/, 'N')); }; }
  next(null, {});
  setTimeout(function () { session.bind('w', show('bind')); session.unbind('w', show('unbind')); session.push('z', show('push')); session.pushAll(show('pushAll')); app.sessionService.kickBySessionId(id, show('kick')); app.sessionService.kick('nobody', 'why', show('kick nobody')); say('address %s send %s', app.sessionService.getClientAddressBySessionId(id), app.sessionService.sendMessage(id, 'x')); }, 2500);
};
