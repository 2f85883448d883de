// Who is in which room of this chat server. Only the connectors call this.
module.exports = function (app) {
	return new ChatRemote(app);
};

function ChatRemote(app) {
	this.app = app;
	this.channelService = app.get('channelService');
}

const nameOf = function (uid) {
	return uid.split('@')[0];
};

ChatRemote.prototype.enter = function (uid, connectorId, room, cb) {
	const channel = this.channelService.getChannel(room, true);
	// Those who are there hear of it before the newcomer is one of them.
	if (channel.getMembers().length > 0) channel.pushMessage('onEnter', { name: nameOf(uid) });
	channel.add(uid, connectorId);
	console.log('%s enters %s through %s', nameOf(uid), room, connectorId);
	cb(channel.getMembers().map(nameOf));
};

ChatRemote.prototype.leave = function (uid, connectorId, room, cb) {
	const channel = this.channelService.getChannel(room, false);
	if (channel) {
		channel.leave(uid, connectorId);
		if (channel.getMembers().length > 0) channel.pushMessage('onLeave', { name: nameOf(uid) });
	}
	// A remote method always answers: its caller keeps the call until then, or until it times out.
	cb();
};
