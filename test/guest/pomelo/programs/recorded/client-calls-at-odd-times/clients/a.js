var p = require('pomelo-jsclient-websocket');
function log(e) { return function (d) { console.log('[x] %s %s %s', e, arguments.length, d && d.type ? d.type + ' ' + d.code : JSON.stringify(d)); }; }
['disconnect', 'close', 'reconnect', 'error', 'io-error', 'onKick'].forEach(function (e) { p.on(e, log(e)); });
function attempt(what, f) { try { console.log('[x] %s: %s', what, f()); } catch (e) { console.log('[x] %s throws %s', what, e.name); } }
var C = Number(process.argv[2]), G = Number(process.argv[3]);
attempt('request before init', function () { return p.request('connector.h.go', { n: 0 }, log('early')); });
attempt('notify before init', function () { return p.notify('connector.h.go', { n: 0 }); });
attempt('disconnect before init', function () { return p.disconnect(); });
attempt('init', function () { return p.init({ host: '127.0.0.1', port: C }, one); });
attempt('request while opening', function () { return p.request('connector.h.go', { n: 1 }, log('opening')); });
function one(s) {
  console.log('[x] one %s %s', typeof s, p.hasListeners('push'));
  var seen = log('push'); p.on('push', seen); p.once('push', log('once push')); 
  p.request('connector.h.push', log('push answer'));
  p.request('connector.h.go', log('no body'));
  p.request('connector.h.go', null, log('null body'));
  p.request('connector.h.go', { n: 2 });
  p.request(null, { route: 'connector.h.go', n: 3 }, log('route inside'));
  p.request('', {}, log('no route'));
  p.notify('connector.h.go', { n: 4 });
  p.notify('connector.h.go');
  setTimeout(function () {
    p.off('push', seen); p.request('connector.h.push', log('push answer 2'));
    setTimeout(function () {
      console.log('[x] second init');
      p.init({ host: '127.0.0.1', port: G, user: { a: 1 } }, two);
    }, 400);
  }, 400);
}
function two() {
  p.request('gate.h.go', { n: 5 }, log('gate'));
  p.request('connector.h.go', { n: 6 }, log('connector through gate'));
  setTimeout(function () {
    p.disconnect(); p.disconnect();
    attempt('after disconnect', function () { return p.request('gate.h.go', {}, log('never')); });
    setTimeout(function () { p.init({ host: '127.0.0.1', port: C, reconnect: true, maxReconnectAttempts: 3, handshakeCallback: log('handshakeCallback') }, three); }, 400);
  }, 400);
}
var times = 0;
function three() { times++; console.log('[x] three %d', times); p.request('connector.h.go', { t: times }, function (d) { console.log('[x] t %j', d); if (times === 2) { setTimeout(function () { p.off(); p.disconnect(); }, 100); } }); }
