// Which worker gets a ticket: the ticket's number modulo the number of workers.
exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	const ticket = msg.args[0];
	cb(null, servers[(ticket + Math.floor(Math.random() * servers.length)) % servers.length].id);
};
