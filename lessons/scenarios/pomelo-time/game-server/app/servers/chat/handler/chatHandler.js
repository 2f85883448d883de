// What a client can ask of the chat: say something to everybody in its room.
module.exports = function (app) {
	return new ChatHandler(app);
};

function ChatHandler(app) {
	this.channelService = app.get('channelService');
}

ChatHandler.prototype.say = function (msg, session, next) {
	const channel = this.channelService.getChannel(session.get('room'), false);
	if (!channel) {
		next(null, { code: 500 });
		return;
	}
	channel.pushMessage('onChat', { from: session.uid, text: msg.text });
	next(null, { code: 200 });
};
