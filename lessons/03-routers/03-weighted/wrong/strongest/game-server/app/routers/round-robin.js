exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work').slice();
	servers.sort((a, b) => b.weight - a.weight);
	cb(null, servers[0].id);
};
