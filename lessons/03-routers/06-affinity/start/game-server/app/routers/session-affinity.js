// A client stays with the server it had first, which may remember things about it. When that server is gone, another one
// is chosen. The choice is kept in the client's session.
let newcomers = 0;

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	const before = session.get('workServer');
	const isUp = servers.some(function (server) {
		return server.id === before;
	});
	if (isUp) {
		cb(null, before);
		return;
	}
	const id = servers[newcomers++ % servers.length].id;
	// TASK: the next request of this client should find it.
	session.set('workServer', id);
	cb(null, id);
};
