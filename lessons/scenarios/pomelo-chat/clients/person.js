// Somebody who chats: finds a connector, enters a room, says what is on the command line, leaves.
// node person.js alice harbour "ahoy" "bob: only for you"
const pomelo = require('pomelo-jsclient-websocket');

const [name, room, ...lines] = process.argv.slice(2);

pomelo.on('onEnter', function (push) {
	console.log('* %s enters', push.name);
});
pomelo.on('onLeave', function (push) {
	console.log('* %s leaves', push.name);
});
pomelo.on('onSaid', function (push) {
	console.log('%s %s%s: %s', push.at, push.from, push.to === '*' ? '' : ' to me', push.text);
});

pomelo.init({ host: '127.0.0.1', port: 3014 }, function () {
	pomelo.request('gate.gateHandler.findConnector', { name: name }, function (answer) {
		pomelo.disconnect();
		if (answer.code === 200) enter(answer.host, answer.port);
		else console.log('the gate answers %d', answer.code);
	});
});

function enter(host, port) {
	pomelo.init({ host: host, port: port }, function () {
		pomelo.request('connector.entryHandler.enter', { name: name, room: room }, function (answer) {
			if (answer.code !== 200) {
				console.log('not let in: %s', answer.why || answer.code);
				pomelo.disconnect();
				return;
			}
			console.log('I am in %s with %s', room, answer.names.join(', '));
			setTimeout(say, 200, 0);
		});
	});
}

function say(index) {
	if (index >= lines.length) {
		setTimeout(pomelo.disconnect.bind(pomelo), 300);
		return;
	}
	const [, to = '*', text] = /^(?:(\w+): )?(.*)$/.exec(lines[index]);
	pomelo.request('chat.chatHandler.say', { to: to, text: text }, function (answer) {
		if (answer.code === 404) console.log('%s is not here', to);
		setTimeout(say, 120, index + 1);
	});
}
