// Both halves of the room share the channel service of their process.
module.exports = (app) => {
	const channelOf = (room, create) => app.get('channelService').getChannel(room, create);
	return {
		members: (room, cb) => cb(null, channelOf(room) ? channelOf(room).getMembers() : []),
		enter(room, uid, frontend, cb) {
			const channel = channelOf(room, true);
			channel.add(uid, frontend);
			channel.pushMessage('onEnter', { uid, n: channel.getUserAmount() }, () =>
				cb(null, channel.getMembers())
			);
		}
	};
};
