var p = require('pomelo-jsclient-websocket');
p.on('disconnect', function () {
	console.log('[x] disconnect');
});
p.on('onKick', function (r) {
	console.log('[x] kick %j', r);
});
p.init({ host: '127.0.0.1', port: 25002 }, function () {
	p.request('connector.h.stopChat', { id: 'chat-server-1', force: false }, function (b) {
		console.log('[x] %j', b);
	});
	setTimeout(function () {
		p.request('connector.h.stopChat', { id: 'chat-server-2', force: true }, function (b) {
			console.log('[x] %j', b);
		});
	}, 1000);
	setTimeout(function () {
		p.request('connector.h.stopChat', { id: 'time-server-1', force: true }, function (b) {
			console.log('[x] %j', b);
		});
	}, 1700);
	setTimeout(function () {
		p.request('connector.h.list', {}, function (b) {
			console.log('[x] %j', b);
		});
	}, 2500);
	setTimeout(function () {
		p.request('connector.h.selfStop', {}, function (b) {
			console.log('[x] %j', b);
		});
	}, 3500);
});
