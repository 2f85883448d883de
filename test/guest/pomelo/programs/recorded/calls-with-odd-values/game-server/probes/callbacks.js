module.exports = function (app, session, next, say) {
  var c = app.rpc.time.clock, list = [];
  function show(n, done) { return function (a, b) { function sh(x) { return x && x.stack ? 'STACK ' + String(x.stack).split('\n')[0].replace(/server \d+/, 'server N').replace(/port: \d+/, 'port') + ' ' + Object.keys(x).join(',') + ' ' + (x instanceof Error) : JSON.stringify(x); } say('%s: %d %s | %s', n, arguments.length, sh(a), sh(b)); done(); }; }
  ['obj', 'num', 'range', 'custom', 'after'].forEach(function (k) { list.push(function (d) { c.thrown(null, k, show('thrown ' + k, d)); }); });
  ['second', 'cust', 'like', 'circ', 'circLater', 'bigint'].forEach(function (k) { list.push(function (d) { c.errs(null, k, show('errs ' + k, d)); }); });
  ['prom', 'promthrow'].forEach(function (k) { list.push(function (d) { c[k](null, show(k, d)); }); });
  list.push(function (d) { c.echo('rp', 1, undefined, NaN, new Date(NaN), new Map([[1, 2]]), { toJSON: function (k) { return 'J' + k; } }, Object.assign(function () {}, { p: 1 }), show('echo', d)); });
  (function step() { var f = list.shift(); if (f) f(step); else next(null, { done: 1 }); })();
};
