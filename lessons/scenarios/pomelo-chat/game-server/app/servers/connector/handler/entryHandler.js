// A connector keeps the connections. `enter` gives a connection a user id and a room, and tells the room's chat server.
module.exports = function (app) {
	return new EntryHandler(app);
};

function EntryHandler(app) {
	this.app = app;
}

EntryHandler.prototype.enter = function (msg, session, next) {
	const app = this.app;
	const uid = msg.name + '@' + msg.room;
	if (app.get('sessionService').getByUid(uid)) {
		next(null, { code: 409, why: msg.name + ' is in the room already' });
		return;
	}
	session.bind(uid);
	session.set('room', msg.room);
	// Without `push` the room would be known to this request only.
	session.push('room', function (error) {
		if (error) console.error('the room of %s was not saved', uid);
	});
	session.on('closed', leave.bind(null, app));
	app.rpc.chat.chatRemote.enter(session, uid, app.getServerId(), msg.room, function (names) {
		next(null, { code: 200, names: names });
	});
};

function leave(app, session) {
	if (!session || !session.uid) return;
	app.rpc.chat.chatRemote.leave(session, session.uid, app.getServerId(), session.get('room'), null);
}
