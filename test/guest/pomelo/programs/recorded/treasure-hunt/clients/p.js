var pomelo = require('pomelo-jsclient-websocket');
var name = process.argv[2], n = Number(process.argv[3]), area = Number(process.argv[4]), script = process.argv.slice(5);
['onAddEntities', 'onUserLeave', 'onScore', 'onArrive', 'onChat', 'onKick', 'disconnect'].forEach(function (e) { pomelo.on(e, function (d) { console.log('[x] %s %s', e, e === 'disconnect' ? '' : JSON.stringify(d)); }); });
pomelo.init({ host: '127.0.0.1', port: 26182 }, function () { pomelo.request('gate.gateHandler.queryEntry', { n: n }, function (d) { pomelo.disconnect();
  pomelo.init({ host: d.host, port: d.port }, function () { pomelo.request('connector.entryHandler.entry', { name: name, area: area }, function (d) { console.log('[x] entry %j', d);
    (function step() { var s = script.shift(); if (!s) return pomelo.disconnect(); if (s[0] === '~') return setTimeout(step, Number(s.slice(1))); var p = s.split(':'); pomelo.request(p[0], JSON.parse(p.slice(1).join(':') || '{}'), function (a) { console.log('[x] %s %j', p[0], a); step(); }); })(); }); }); }); });
