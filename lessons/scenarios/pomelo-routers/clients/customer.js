// Brings tickets to the desk, one every 40 ms, without waiting for the last one: node customer.js 0 1 2 3
const pomelo = require('pomelo-jsclient-websocket');

const tickets = process.argv.slice(2).map(Number);
let open = tickets.length;

pomelo.init({ host: '127.0.0.1', port: 3050 }, function () {
	tickets.forEach(function (ticket, index) {
		setTimeout(bring, 40 * index, ticket);
	});
});

function bring(ticket) {
	pomelo.request('desk.deskHandler.take', { ticket: ticket }, function (answer) {
		console.log('ticket %d was done by %s', ticket, answer.by);
		open -= 1;
		if (open === 0) askForTally();
	});
}

function askForTally() {
	pomelo.request('desk.deskHandler.tally', {}, function (tally) {
		const workers = Object.keys(tally).sort();
		console.log(
			'so far: %s',
			workers
				.map(function (id) {
					return id + ' did ' + tally[id];
				})
				.join(', ')
		);
	});
}
