// Which worker gets a ticket: a checksum of the ticket, modulo the number of workers.
const crc = require('crc');

exports.route = function (session, msg, app, cb) {
	const servers = app.getServersByType('work');
	const sum = Math.abs(crc.crc32('ticket ' + msg.args[0]));
	cb(null, servers[sum % servers.length].id);
};
