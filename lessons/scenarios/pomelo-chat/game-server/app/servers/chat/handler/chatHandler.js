// What somebody in a room can ask for: to say something to all, or to one. A clock of the cluster stamps each message.
module.exports = function (app) {
	return new ChatHandler(app);
};

function ChatHandler(app) {
	this.app = app;
	this.channelService = app.get('channelService');
}

ChatHandler.prototype.say = function (msg, session, next) {
	const channelService = this.channelService;
	const room = session.get('room');
	const from = session.uid.split('@')[0];

	this.app.rpc.time.timeRemote.getCurrentTime(session, from, function (hour, minute, second) {
		const said = { from: from, to: msg.to, text: msg.text, at: [hour, minute, second].join(':') };
		const channel = channelService.getChannel(room, false);
		if (!channel) {
			next(null, { code: 404 });
		} else if (msg.to === '*') {
			channel.pushMessage('onSaid', said);
			next(null, { code: 200 });
		} else {
			const member = channel.getMember(msg.to + '@' + room);
			if (!member) {
				next(null, { code: 404 });
				return;
			}
			channelService.pushMessageByUids('onSaid', said, [member]);
			next(null, { code: 200 });
		}
	});
};
