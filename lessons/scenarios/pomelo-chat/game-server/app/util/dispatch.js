// The same key always leads to the same server of a list, as long as the list stays the same.
const crc = require('crc');

/** One of the servers, picked by the crc32 of a text. */
module.exports = function dispatch(key, servers) {
	// crc32 is signed here: without Math.abs the index could be negative.
	return servers[Math.abs(crc.crc32(key)) % servers.length];
};
