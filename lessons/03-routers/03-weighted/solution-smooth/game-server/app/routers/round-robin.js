// Round robin in which a server of weight 2 has two turns. The turns are spread out: each time every server saves up its
// weight, the richest one is taken and pays the sum of all weights.
const saved = {};

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	let total = 0;
	let richest = servers[0];
	servers.forEach(function (server) {
		const weight = server.weight || 1;
		total += weight;
		saved[server.id] = (saved[server.id] || 0) + weight;
		if (saved[server.id] > saved[richest.id]) richest = server;
	});
	saved[richest.id] -= total;
	cb(null, richest.id);
};
