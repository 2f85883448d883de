// Does everything too early or wrongly.
var pomelo = require('pomelo-jsclient-websocket');
pomelo.init({ host: '127.0.0.1', port: 25130 }, function () {
	pomelo.request('gate.gateHandler.queryEntry', {}, function (place) {
		console.log('[x] without a name: %j', place);
		pomelo.disconnect();
		pomelo.init({ host: '127.0.0.1', port: 25111 }, function () {
			pomelo.request(
				'chat.chatHandler.send',
				{ rid: 'r', content: 'x', from: 'x', target: '*' },
				function (data) {
					console.log('[x] before entering: %j', data);
					pomelo.request('time.timeHandler.now', function (data) {
						console.log('[x] no such handler: %j', data);
						pomelo.disconnect();
					});
				}
			);
		});
	});
});
