const { promised } = require('../../../domain/promised');

class LobbyHandler {
	constructor(app) {
		this.app = app;
		this.channels = app.get('channelService');
	}

	async rooms(msg, session, next) {
		try {
			const lines = await Promise.all(
				['blue', 'red'].map(async (room) => {
					const [members] = await promised((cb) => this.app.rpc.room.rooms.members(room, room, cb));
					return `${room} ${members.length}`;
				})
			);
			next(null, { lines });
		} catch (err) {
			next(err);
		}
	}

	async invite(msg, session, next) {
		const [where] = await promised((cb) => this.app.rpc.lobby.players.find(session, msg.who, cb));
		if (!where) return next(new Error(`${msg.who} is not here`), { who: msg.who });
		this.channels.pushMessageByUids(
			'onInvite',
			{ from: session.uid, room: msg.room },
			[{ uid: msg.who, sid: where }],
			(err, failed) => {
				next(null, { invited: msg.who, failed });
			}
		);
	}

	async broken() {
		throw new Error('an async handler that fails');
	}
}

module.exports = (app) => new LobbyHandler(app);
