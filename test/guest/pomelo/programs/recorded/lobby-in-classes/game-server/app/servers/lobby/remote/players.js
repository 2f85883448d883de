const players = new Map();

module.exports = (app) => ({
	find: (name, cb) => cb(null, players.get(name)),
	add(name, frontend, cb) {
		players.set(name, frontend);
		cb(null, players.size);
	},
	remove(name, reason, cb) {
		console.log(`[x] ${name} left because of ${reason}`);
		players.delete(name);
		cb();
	},
	// A remote that calls a remote.
	describe(room, cb) {
		app.rpc.room.rooms.members(room, room, (err, members) => {
			if (err) return cb(err);
			cb(null, `${room}: ${members.join(' ') || 'empty'} (of ${players.size})`);
		});
	}
});
