const { promised } = require('../../../domain/promised');

module.exports = (app) => ({
	async join({ room }, session, next) {
		session.set('room', room);
		await promised((cb) => session.push('room', cb));
		try {
			const [members] = await promised((cb) =>
				app.rpc.room.rooms.enter(room, room, session.uid, app.getServerId(), cb)
			);
			const [text] = await promised((cb) => app.rpc.lobby.players.describe(session, room, cb));
			next(null, { members, text });
		} catch (err) {
			next(null, { code: 500, why: err.message });
		}
	}
});
