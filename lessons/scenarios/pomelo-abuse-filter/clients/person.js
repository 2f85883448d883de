// Enters the room and says what is on the command line: node person.js ben "hello"
const pomelo = require('pomelo-jsclient-websocket');

const [name, ...lines] = process.argv.slice(2);

pomelo.on('onSaid', function (push) {
	console.log('%s: %s', push.from, push.text);
});

pomelo.init({ host: '127.0.0.1', port: 3050 }, function () {
	pomelo.request('connector.entryHandler.enter', { name: name }, function () {
		setTimeout(say, 150, 0);
	});
});

function say(index) {
	if (index >= lines.length) return;
	pomelo.request('chat.chatHandler.say', { text: lines[index] }, function (answer) {
		if (answer.code !== 200) console.log('not said: %s', answer.why);
		setTimeout(say, 150, index + 1);
	});
}
