// Which worker gets a ticket: the ticket's number modulo the number of workers.
exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	const ticket = msg.args[0];
	// TASK: share the tickets, whatever their numbers.
	cb(null, servers[(ticket * 3) % servers.length].id);
};
