// Which chat server a call goes to: the one of the room. `session` is the route parameter of every call to a chat server.
const dispatch = require('./dispatch');

exports.chat = function (session, msg, app, cb) {
	const chatServers = app.getServersByType('chat');
	if (!chatServers || chatServers.length === 0) {
		cb(new Error('no chat server is up'));
		return;
	}
	cb(null, dispatch(session.get('room'), chatServers).id);
};
