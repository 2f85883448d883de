module.exports = function (app, session, next, say) {
  var c = app.rpc.time.clock; function show(n, d) { return function (a) { say('%s %s', n, a && a.stack ? a.stack.split('\n')[0].replace(/server \d+/, 'server N').replace(/port: \d+/, 'port') : a); d && d(); }; }
  c.thrown(null, 'undef', show('undefined thrown', function () { c.count(null, show('after that', function () { next(null, {}); })); }));
};
