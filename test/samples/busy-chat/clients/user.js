// One user: node user.js <name> <room> <messages> <first message at ms>. Prints what it hears, one line a message.
const pomelo = require('pomelo-jsclient-websocket');

const [name, room, messages, firstAt] = process.argv.slice(2);
const startedAt = Date.now();

pomelo.on('onTalk', ({ from, number }) => console.log('%s %d', from, number));

function say(number) {
	if (number > Number(messages)) return;
	pomelo.request('chat.talkHandler.say', { number }, () => say(number + 1));
}

pomelo.init({ host: '127.0.0.1', port: 3014 }, () => {
	pomelo.request('gate.gateHandler.queryEntry', { name }, ({ host, port }) => {
		pomelo.disconnect();
		pomelo.init({ host, port }, () => {
			pomelo.request('connector.entryHandler.enter', { name, room }, () => {
				setTimeout(say, Number(firstAt) - (Date.now() - startedAt), 1);
			});
		});
	});
});
