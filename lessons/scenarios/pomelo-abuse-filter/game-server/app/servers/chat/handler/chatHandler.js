// Knows nothing of bad words: the filter in front of it does.
module.exports = function (app) {
	return {
		say: function (msg, session, next) {
			const room = app.get('channelService').getChannel('room', true);
			room.pushMessage('onSaid', { from: session.uid, text: msg.text });
			next(null, { code: 200 });
		}
	};
};
