// Servers and tickets stand on one ring of numbers; a ticket goes to the next server clockwise. A server that leaves takes
// only its own tickets with it: compare with modulo. Each server stands there many times, which evens the arcs out.
const crc = require('crc');

const copies = 50;

// crc32 is signed and close texts give close sums: shifted to be positive, and mixed once more.
const position = function (text) {
	return Math.imul(crc.crc32(text) ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
};

const ringOf = function (servers) {
	const ring = [];
	servers.forEach(function (server) {
		for (let copy = 0; copy < copies; copy++) {
			ring.push({ at: position(server.id + '#' + copy), id: server.id });
		}
	});
	return ring.sort(function (a, b) {
		return a.at - b.at;
	});
};

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	const at = position('ticket ' + msg.args[0]);
	// TASK: take the next server clockwise on the ring, ringOf(servers).
	cb(null, servers[at % servers.length].id);
};
