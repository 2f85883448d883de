// seq <port> <ms> route:probe ...
var p = require('pomelo-jsclient-websocket');
var list = process.argv.slice(4),
	ms = Number(process.argv[3]);
['disconnect', 'io-error', 'onKick', 'heartbeat timeout', 'push', 'push2', 'note'].forEach(
	function (e) {
		p.on(e, function (d) {
			console.log(
				'[x] event %s %s',
				e,
				e === 'disconnect' || e === 'io-error' ? '' : JSON.stringify(d)
			);
		});
	}
);
p.init({ host: '127.0.0.1', port: Number(process.argv[2]) }, function () {
	(function next() {
		var r = list.shift();
		if (!r) return p.disconnect();
		var a = r.split(':');
		var answered = 0;
		p.request(a[0], { p: a[1], x: a[2] }, function (b) {
			answered++;
			console.log('[x] %s %j', r, b);
		});
		setTimeout(function () {
			if (answered) return next();
			setTimeout(function () {
				if (!answered) console.log('[x] %s none', r);
				next();
			}, ms * 3);
		}, ms);
	})();
});
