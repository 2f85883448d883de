// The router of the time servers. The route parameter says how it chooses, so that it can also choose badly.
module.exports = function (how, msg, app, cb) {
	const servers = app.getServersByType('time');
	switch (how) {
		case 'unknown':
			// No server of the cluster has this id.
			cb(null, 'time-server-9');
			return;
		case 'first':
			// The id is written down here, whether the server is up or not.
			cb(null, 'time-server-1');
			return;
		case 'other type':
			// This server exists, but it is no time server.
			cb(null, 'clock-server-1');
			return;
		default:
			// With no server left the length is 0, the index NaN, and servers[NaN] is undefined.
			cb(null, servers[Number(how) % servers.length].id);
	}
};
