// Comes, stays for some milliseconds, goes: node guest.js ana 3050 1200
const pomelo = require('pomelo-jsclient-websocket');

const [name, port, staysMs] = process.argv.slice(2);

pomelo.init({ host: '127.0.0.1', port: Number(port) }, function () {
	pomelo.request('connector.entryHandler.enter', { name: name }, function (answer) {
		console.log('%s is on %s', name, answer.server);
		setTimeout(function () {
			pomelo.disconnect();
		}, Number(staysMs));
	});
});
