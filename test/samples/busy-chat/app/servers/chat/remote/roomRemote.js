// Who is in which room.
module.exports = (app) => ({
	join(name, frontendId, room, cb) {
		const channel = app.get('channelService').getChannel(room, true);
		channel.add(name, frontendId);
		cb(channel.getMembers().length);
	},
	leave(name, frontendId, room, cb) {
		const channel = app.get('channelService').getChannel(room, false);
		if (channel) channel.leave(name, frontendId);
		cb();
	}
});
