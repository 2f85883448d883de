// The ticket's number modulo the number of servers. Whoever numbers the tickets decides how even that is, and one server
// more or less sends nearly every number elsewhere.
exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	const ticket = msg.args[0];
	cb(null, servers[ticket % servers.length].id);
};
