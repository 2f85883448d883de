// seq <port> <ms> route[:json] ... ; a step starts when the one before is answered or after ms * 4; "!" before a route: notify; "+": do not wait
var p = require('pomelo-jsclient-websocket');
var list = process.argv.slice(4),
	ms = Number(process.argv[3]);
['disconnect', 'io-error', 'onKick', 'heartbeat timeout', 'push', 'push2', 'note', 'error'].forEach(
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
p.init(
	{
		host: '127.0.0.1',
		port: Number(process.argv[2]),
		user: { name: 'me' },
		handshakeCallback: function (u) {
			console.log('[x] handshake %j', u);
		}
	},
	function () {
		(function next() {
			var r = list.shift();
			if (!r) return p.disconnect();
			var i = r.indexOf(':'),
				route = i < 0 ? r : r.slice(0, i),
				msg = i < 0 ? {} : JSON.parse(r.slice(i + 1));
			if (route[0] === '!') {
				p.notify(route.slice(1), msg);
				console.log('[x] notified %s', route);
				return setTimeout(next, ms);
			}
			var go = route[0] === '+';
			if (go) route = route.slice(1);
			var answered = 0;
			p.request(route, msg, function (b) {
				answered++;
				console.log('[x] %s %j', r, b);
			});
			if (go) return next();
			setTimeout(function () {
				if (answered) return next();
				setTimeout(function () {
					if (!answered) console.log('[x] %s none', r);
					next();
				}, ms * 3);
			}, ms);
		})();
	}
);
