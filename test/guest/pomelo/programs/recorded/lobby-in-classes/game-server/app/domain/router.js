// Rooms whose name begins with a to l live in the north.
exports.roomRouter = (room, msg, app, cb) => {
	const name = typeof room === 'string' ? room : room && room.get && room.get('room');
	if (!name) return cb(new Error('no room chosen'));
	const zone = name < 'm' ? 'north' : 'south';
	const server = app.getServersByType('room').find((each) => each.zone === zone);
	if (!server) return cb(new Error('no server for the ' + zone));
	cb(null, server.id);
};
