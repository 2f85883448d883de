// seq <port> <ms> step ...   step: route[:p[:x]]  |  !notifyRoute:p  |  ~<ms> wait  |  $disconnect  |  $init:<port>
var p = require('pomelo-jsclient-websocket');
var list = process.argv.slice(4);
var ms = Number(process.argv[3]);
['disconnect', 'close', 'io-error', 'onKick', 'heartbeat timeout', 'error', 'reconnect', 'push', 'push2', 'note', 'onChat', 'onAdd', 'onLeave'].forEach(function (e) {
  p.on(e, function (d) {
    console.log('[x] event %s %s', e, e === 'disconnect' || e === 'close' || e === 'io-error' ? '' : JSON.stringify(d));
  });
});
function next() {
  var r = list.shift();
  if (!r) return p.disconnect();
  if (r[0] === '~') return setTimeout(next, Number(r.slice(1)));
  if (r === '$disconnect') { p.disconnect(); return setTimeout(next, ms); }
  if (r.slice(0, 6) === '$init:') return p.init({ host: '127.0.0.1', port: Number(r.slice(6)) }, next);
  var a = r.replace(/^!/, '').split(':');
  var body = { p: a[1], x: a[2] };
  if (r[0] === '!') { p.notify(a[0], body); return setTimeout(next, ms); }
  var answers = 0;
  p.request(a[0], body, function (b) {
    answers++;
    console.log('[x] %s %j', r, b);
  });
  setTimeout(function () {
    if (!answers) console.log('[x] %s: no answer yet', r);
    next();
  }, ms);
}
p.init({ host: '127.0.0.1', port: Number(process.argv[2]) }, next);
