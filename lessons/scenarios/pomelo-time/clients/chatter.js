// A chat client. It asks the gate once for each number, then enters a room and says hello:
// node chatter.js alice lobby 0 1 2
const pomelo = require('pomelo-jsclient-websocket');

const [name, room, ...numbers] = process.argv.slice(2);

pomelo.on('onJoin', function (push) {
	console.log('%s joins', push.name);
});
pomelo.on('onLeave', function (push) {
	console.log('%s leaves', push.name);
});
pomelo.on('onChat', function (push) {
	console.log('%s: %s', push.from, push.text);
});

pomelo.init({ host: '127.0.0.1', port: 3014 }, function () {
	askTheGate(0);
});

function askTheGate(index) {
	const question = { uid: name, number: Number(numbers[index] || 0) };
	pomelo.request('gate.gateHandler.queryEntry', question, function (answer) {
		if (answer.code !== 200) {
			console.log('the gate has no entry for %s', name);
			pomelo.disconnect();
		} else if (index + 1 < numbers.length) {
			setTimeout(askTheGate, 60, index + 1);
		} else {
			pomelo.disconnect();
			enter(answer.host, answer.port);
		}
	});
}

function enter(host, port) {
	pomelo.init({ host: host, port: port }, function () {
		pomelo.request('connector.entryHandler.enter', { name: name, room: room }, function (answer) {
			console.log('%s is in %s with %s', name, room, answer.names.join(', '));
			setTimeout(sayHello, 300);
		});
	});
}

function sayHello() {
	pomelo.request('chat.chatHandler.say', { text: 'hello from ' + name }, function () {
		setTimeout(function () {
			pomelo.disconnect();
		}, 400);
	});
}
