// Which worker gets a ticket: one after the other.
exports.route = function (session, msg, app, cb) {
	let calls = 0;
	const servers = app.getServersByType('work');
	cb(null, servers[calls++ % servers.length].id);
};
