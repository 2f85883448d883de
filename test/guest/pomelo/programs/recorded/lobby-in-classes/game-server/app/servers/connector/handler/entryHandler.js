const { promised } = require('../../../domain/promised');

class EntryHandler {
	constructor(app) {
		this.app = app;
	}

	async login(msg, session, next) {
		const sessions = this.app.get('sessionService');
		try {
			const before = await promised((cb) => this.app.rpc.lobby.players.find(session, msg.name, cb));
			const [where] = before;
			if (where) {
				if (where === this.app.getServerId())
					await new Promise((done) => sessions.kick(msg.name, 'second login', done));
				else
					await promised((cb) =>
						this.app.get('backendSessionService').kickByUid(where, msg.name, 'second login', cb)
					);
			}
			await promised((cb) => session.bind(msg.name, cb));
			session.set('level', msg.name.length);
			session.set('room', null);
			await promised((cb) => session.pushAll(cb));
			session.on('closed', (gone, reason) => {
				this.app.rpc.lobby.players.remove(gone, gone.uid, reason, () => {});
			});
			const [count] = await promised((cb) =>
				this.app.rpc.lobby.players.add(session, msg.name, session.frontendId, cb)
			);
			next(null, { code: 200, count, kicked: where || null });
		} catch (err) {
			next(err, { code: 501, why: err.message });
		}
	}
}

module.exports = (app) => new EntryHandler(app);
