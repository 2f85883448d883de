module.exports = function (app, session, next, say) {
  var c = app.rpc.time.clock;
  say('%s %s %s', c.count('only'), c.count(), c.count(null, 'no function'));
  c.count.toServer('time-server-1'); c.count.toServer('time-server-1', null); c.count.toServer(null, function () { say('never'); }); c.count.toServer(['time-server-1'], function () { say('never'); });
  say('nested %s n %s keys %j', typeof c.nested, typeof c.n, Object.keys(c));
  var f = c.count; f(null, function (n) { say('detached %s', typeof n); c.thrown.toServer('*', 'range', function (a) { say('star %d %s', arguments.length, a && a.stack && a.stack.split('\n')[0]); c.count.toServer('chat-server-1', function (e) { say('other type %s', e && e.stack && e.stack.split('\n')[0]); next(null, {}); }); }); });
};
