// Visits a connector, and closes it up when it is told to: node visitor.js ana 3050 [last]
const pomelo = require('pomelo-jsclient-websocket');

const [name, port, last] = process.argv.slice(2);

pomelo.init({ host: '127.0.0.1', port: Number(port) }, function () {
	pomelo.request('connector.entryHandler.enter', { name: name }, function (answer) {
		console.log('%s is visitor %d of %s', name, answer.number, answer.server);
		if (last) pomelo.request('connector.entryHandler.closeUp', {}, function () {});
		else pomelo.disconnect();
	});
});
