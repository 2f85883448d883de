var p = require('pomelo-jsclient-websocket');
['onKick', 'disconnect', 'close', 'error', 'io-error', 'heartbeat timeout'].forEach(function (e) { p.on(e, function (d) { console.log('[x] event %s %s', e, typeof d === 'string' || (d && d.reason && typeof d.reason !== 'object') ? JSON.stringify(d) : typeof d); }); });
var user = process.argv[3] === '-' ? undefined : { how: process.argv[3] };
p.init({ host: '127.0.0.1', port: Number(process.argv[2]), user: user, handshakeCallback: function (u) { console.log('[x] user %j', u); } }, function () {
  console.log('[x] ready');
  p.request(process.argv[4] + '.h.go', { p: process.argv[3] }, function (d) { console.log('[x] answer %j', d); if (process.argv[5]) p.request(process.argv[4] + '.h.kick', { p: process.argv[5] }, function () { console.log('[x] never'); }); else p.disconnect(); });
});
