// Gives tables to players, two to a table, and has the table seat them.
module.exports = function (app) {
	return new LobbyHandler(app);
};

function LobbyHandler(app) {
	this.app = app;
	this.waiting = 0;
}

LobbyHandler.prototype.play = function (msg, session, next) {
	const table = Math.floor(this.waiting++ / 2);
	this.app.rpc.table.tableRemote.seat(table, table, session.uid, function (error, seated) {
		// Between servers an error loses everything but its stack: there is no error.message here.
		if (error) next(null, { code: 500, why: error.stack.split('\n')[0] });
		else next(null, { code: 200, table: table, seated: seated });
	});
};
