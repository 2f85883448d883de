// The connector keeps the client's connection. `enter` binds a name to it and joins the room.
module.exports = function (app) {
	return new EntryHandler(app);
};

function EntryHandler(app) {
	this.app = app;
}

EntryHandler.prototype.enter = function (msg, session, next) {
	const app = this.app;
	session.bind(msg.name);
	session.set('room', msg.room);
	session.push('room', function (error) {
		if (error) console.error('the session of ' + msg.name + ' could not be saved');
	});
	session.on('closed', function (closed) {
		app.rpc.chat.chatRemote.leave(closed, closed.uid, closed.get('room'), null);
	});

	app.rpc.chat.chatRemote.join(session, msg.name, app.get('serverId'), msg.room, function (names) {
		next(null, { code: 200, names: names });
	});
};
