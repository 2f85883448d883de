// Which worker gets a ticket: one after the other.
let calls = 0;

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	cb(null, servers[[0, 1, 0, 2][calls++ % 4] % servers.length].id);
};
