// Wants to play: node player.js ana
const pomelo = require('pomelo-jsclient-websocket');

const [name] = process.argv.slice(2);

pomelo.init({ host: '127.0.0.1', port: 3050 }, function () {
	pomelo.request('connector.entryHandler.login', { name: name }, function () {
		pomelo.request('lobby.lobbyHandler.play', {}, function (answer) {
			if (answer.code === 200) {
				const { players, server } = answer.seated;
				console.log('table %d on %s: %s', answer.table, server, players.join(', '));
			} else {
				console.log('no table: %s', answer.why);
			}
			pomelo.disconnect();
		});
	});
});
