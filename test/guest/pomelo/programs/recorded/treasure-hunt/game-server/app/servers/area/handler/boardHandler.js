module.exports = function (app) { return new Board(app); };
class Board { constructor(app) { this.app = app; } async top(msg, session, next) { const counts = await new Promise((resolve) => this.app.rpc.connector.entryRemote.count(session, (err, id, n) => resolve([id, n]))); next(null, { counts, route: msg.__route__ }); }
  full(msg, session, next) { this.app.rpc.connector.entryRemote.kick.toServer('*', msg.uid, (err) => next(null, { err: err })); } }
