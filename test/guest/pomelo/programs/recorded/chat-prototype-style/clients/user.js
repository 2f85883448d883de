// user <name> <room> then steps "<ms after the program's start> <target> <text>" or "<ms> leave"
var pomelo = require('pomelo-jsclient-websocket');
var name = process.argv[2];
var room = process.argv[3];
var steps = process.argv.slice(4);

['onAdd', 'onLeave', 'onChat'].forEach(function (route) {
	pomelo.on(route, function (data) {
		if (route === 'onAdd' && data.user === name) return;
		console.log('[x] %s %j', route, data);
	});
});

function say(step) {
	var words = step.split(' ');
	setTimeout(function () {
		if (words[1] === 'leave') return pomelo.disconnect();
		var msg = { rid: room, content: words.slice(2).join(' '), from: name, target: words[1] };
		pomelo.request('chat.chatHandler.send', msg, function (data) {
			console.log('[x] sent to %s: %j', words[1], data);
		});
	}, Number(words[0]));
}

steps.forEach(say);
pomelo.init({ host: '127.0.0.1', port: 25130, log: true }, function () {
	pomelo.request('gate.gateHandler.queryEntry', { uid: name }, function (place) {
		pomelo.disconnect();
		console.log('[x] gate: %j', place);
		pomelo.init({ host: place.host, port: place.port, log: true }, function () {
			pomelo.request(
				'connector.entryHandler.enter',
				{ username: name, rid: room },
				function (data) {
					if (data.error) {
						console.log('[x] refused %j', data);
						return pomelo.disconnect();
					}
					console.log('[x] in %s with %j', room, data.users);
				}
			);
		});
	});
});
