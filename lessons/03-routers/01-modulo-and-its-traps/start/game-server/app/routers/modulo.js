// Which worker gets a ticket: the ticket's number modulo the number of workers.
exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	const ticket = msg.args[0];
	// TASK: tickets of this shop are all multiples of three.
	cb(null, servers[ticket % servers.length].id);
};
