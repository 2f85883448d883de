// Which worker gets a ticket: one after the other.
let calls = 0;

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	cb(null, servers[(calls += 3) % servers.length].id);
};
