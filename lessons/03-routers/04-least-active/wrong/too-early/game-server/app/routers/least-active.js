// The server with the fewest calls under way, as far as this process knows. A slow server gets less without being told.
const active = {};

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	let idlest = servers[0];
	servers.forEach(function (server) {
		if ((active[server.id] || 0) < (active[idlest.id] || 0)) idlest = server;
	});
	cb(null, idlest.id);
};

// An rpc filter runs in the caller: before a call leaves, and after its answer came.
exports.filter = {
	before: function (serverId, msg, opts, next) {
		if (msg.serverType === 'work') active[serverId] = (active[serverId] || 0) + 1;
		setImmediate(function () {
			active[serverId] -= 1;
		});
		next();
	},
	after: function (serverId, msg, opts, next) {
		// TASK: what has changed now?
		next();
	}
};
