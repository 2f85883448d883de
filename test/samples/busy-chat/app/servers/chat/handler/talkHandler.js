// Says something to everybody in the room, the speaker included.
module.exports = (app) => ({
	say(msg, session, next) {
		const room = app.get('channelService').getChannel(session.get('room'), false);
		room.pushMessage('onTalk', { from: session.uid, number: msg.number }, () => next(null, {}));
	}
});
