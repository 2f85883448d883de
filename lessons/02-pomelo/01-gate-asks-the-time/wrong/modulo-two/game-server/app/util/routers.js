// The routers of this application. Pomelo calls one in the process that makes the call,
// before anything is sent. It must hand the id of a server to the callback.
const crc = require('crc');

// routeParam is the first argument of the call: app.rpc.time.timeRemote.getCurrentTime(routeParam, ...)
exports.time = function (routeParam, msg, app, cb) {
	const timeServers = app.getServersByType('time');
	cb(null, timeServers[routeParam % 2].id);
};

// For the chat servers the route parameter is the client's session; everybody in a room must meet on one server.
exports.chat = function (session, msg, app, cb) {
	const chatServers = app.getServersByType('chat');
	const room = session.get('room');
	cb(null, chatServers[Math.abs(crc.crc32(room)) % chatServers.length].id);
};
