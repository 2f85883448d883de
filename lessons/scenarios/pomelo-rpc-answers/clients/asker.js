// Has the gate make calls, one after the other is over or lost: node asker.js <route> <method> [ms between] [times] [breaks]
const pomelo = require('pomelo-jsclient-websocket');

const [route, method, pause = '1000', times = '1', breaks] = process.argv.slice(2);
const name = 'gate-server-1';
const args = method === 'tellBoth' ? [] : [name];

function ask(number) {
	const startedAt = Date.now();
	pomelo.request(
		'gate.gateHandler.ask',
		{ route, method, args, breaks: breaks === 'breaks' },
		function (answer) {
			console.log('call %d: code %d after %d ms', number, answer.code, Date.now() - startedAt);
		}
	);
	if (number < Number(times)) setTimeout(ask, Number(pause), number + 1);
}

pomelo.init({ host: '127.0.0.1', port: 3014 }, function () {
	ask(1);
});
