module.exports = function (app, session, next, say) {
  var inner = app.sessionService.get(session.id), all = [];
  say('on gives %s', session.on('closed', function (s, reason) { say('closed %s %j %s same %s', s.uid, s.settings, reason, s === session); }));
  session.once('bind', function (uid) { say('once bind %s', uid); }); session.on('unbind', function (uid) { say('unbind %s', uid); });
  function gone() { say('a listener taken off the copy only'); }
  session.on('closed', gone); session.removeListener('closed', gone);
  say('listeners %d %d, on the inner closed more', session.listeners('closed').length, inner.listeners('bind').length);
  session.addListener('closed', function () { say('never: only on the copy'); });
  say('emit %s %s', session.emit('nothing'), inner.constructor.name);
  try { session.emit('error', new Error('bad')); } catch (e) { say('error event %s', e.message); }
  for (var k in session) all.push(k); say('%s', all.sort().join(' '));
  say('%s', require('util').inspect(session, { depth: 0 }).split('\n').join('|'));
  session.bind('u', function () { session.unbind('u', function () { session.bind('v', function () { session.set('k', { deep: [1] }); session.push('k', function () { session.get('k').deep.push(2); inner.remove('frontendId'); say('shared %j %s', inner.get('k'), inner.frontendId); next(null, {}); }); }); }); });
};
