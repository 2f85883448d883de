// Binds the name and the room to the connection and joins the room.
module.exports = (app) => ({
	enter(msg, session, next) {
		session.bind(msg.name, () => {
			session.set('room', msg.room);
			session.push('room', () => {
				session.on('closed', (closed) => {
					const frontendId = app.getServerId();
					app.rpc.chat.roomRemote.leave(closed, closed.uid, frontendId, closed.get('room'), null);
				});
				app.rpc.chat.roomRemote.join(session, msg.name, app.getServerId(), msg.room, (count) => {
					next(null, { count });
				});
			});
		});
	}
});
