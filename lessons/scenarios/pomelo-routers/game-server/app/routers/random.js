// Any server. Even in the long run, and only then; it needs no memory and no number.
exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	cb(null, servers[Math.floor(Math.random() * servers.length)].id);
};
