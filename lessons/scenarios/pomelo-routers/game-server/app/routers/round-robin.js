// One after the other. As even as can be, for the callers of this process: another desk counts for itself.
let calls = 0;

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	cb(null, servers[calls++ % servers.length].id);
};
