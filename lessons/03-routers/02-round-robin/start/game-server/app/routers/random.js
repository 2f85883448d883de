// Which worker gets a ticket: any.
exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	// TASK: one after the other.
	cb(null, servers[Math.floor(Math.random() * servers.length)].id);
};
