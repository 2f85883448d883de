// Gives a connection its user id and tells the chat server who is there.
module.exports = function (app) {
	return new EntryHandler(app);
};

function EntryHandler(app) {
	this.app = app;
}

EntryHandler.prototype.enter = function (msg, session, next) {
	const app = this.app;
	session.bind(msg.name);
	app.rpc.chat.chatRemote.enter(session, msg.name, app.getServerId(), function (names) {
		next(null, { code: 200, names: names });
	});
};
