// Who is in which room. The connectors call this when a client comes or goes.
module.exports = function (app) {
	return new ChatRemote(app);
};

function ChatRemote(app) {
	this.channelService = app.get('channelService');
}

ChatRemote.prototype.join = function (name, frontendId, room, cb) {
	const channel = this.channelService.getChannel(room, true);
	if (channel.getMembers().length > 0) {
		channel.pushMessage('onJoin', { name: name });
	}
	channel.add(name, frontendId);
	cb(channel.getMembers());
};

ChatRemote.prototype.leave = function (name, room, cb) {
	const channel = this.channelService.getChannel(room, false);
	if (channel) {
		const member = channel.getMember(name);
		if (member) channel.leave(name, member.sid);
		if (channel.getMembers().length > 0) channel.pushMessage('onLeave', { name: name });
	}
	if (cb) cb();
};
