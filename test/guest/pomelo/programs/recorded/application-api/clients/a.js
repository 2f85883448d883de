var p = require('pomelo-jsclient-websocket');
var routes = [
	'connector.h.a',
	'connector.h.b',
	'connector.h.c',
	'connector.h.d',
	'time.th.y',
	'connector.h.g'
];
p.on('disconnect', function () {
	console.log('[x] disconnect');
});
p.init({ host: '127.0.0.1', port: 25002 }, function () {
	(function next() {
		var r = routes.shift();
		if (!r) return p.disconnect();
		var done = false;
		var t = setTimeout(function () {
			console.log('[x] %s none', r);
			next();
		}, 700);
		p.request(r, { q: 1 }, function (b) {
			clearTimeout(t);
			console.log('[x] %s %j', r, b);
			next();
		});
	})();
});
