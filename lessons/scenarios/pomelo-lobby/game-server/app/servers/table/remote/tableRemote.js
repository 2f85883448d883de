// Seats players. A remote may call another remote: it answers when that one has answered.
module.exports = function (app) {
	return new TableRemote(app);
};

function TableRemote(app) {
	this.app = app;
	this.seats = {};
}

TableRemote.prototype.seat = function (table, uid, cb) {
	const players = this.seats[table] || (this.seats[table] = []);
	const server = this.app.getServerId();
	this.app.rpc.score.scoreRemote.pointsOf(uid, uid, function (error, points) {
		if (error) {
			cb(error);
			return;
		}
		players.push(uid + ' (' + points + ')');
		console.log('table %d: %s', table, players.join(' against '));
		cb(null, { server: server, players: players });
	});
};
