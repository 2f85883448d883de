module.exports = (app) => ({
	say(msg, session, next) {
		const channel = app.get('channelService').getChannel(session.get('room'));
		if (!channel || !channel.getMember(session.uid)) return next(new Error('not in the room'));
		channel.pushMessage(
			{ route: 'onSay', from: session.uid, level: session.get('level'), text: msg.text },
			(err, failed) => {
				next(null, { failed });
			}
		);
	},
	leave(msg, session, next) {
		const channel = app.get('channelService').getChannel(session.get('room'));
		const left = channel.leave(session.uid, session.frontendId);
		console.log(`[x] ${session.uid} leaves ${channel.name}, ${channel.getUserAmount()} left`);
		if (channel.getUserAmount() === 0) channel.destroy();
		next(null, {
			left,
			gone: app.get('channelService').getChannel(session.get('room')) === undefined
		});
	}
});
