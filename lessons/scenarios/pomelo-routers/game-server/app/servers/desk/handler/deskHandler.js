// Takes tickets from clients and has a worker do them. The session is the route parameter, the ticket the argument.
module.exports = function (app) {
	return new DeskHandler(app);
};

function DeskHandler(app) {
	this.app = app;
	this.done = {};
}

DeskHandler.prototype.take = function (msg, session, next) {
	const done = this.done;
	this.app.rpc.work.workRemote.doTicket(session, msg.ticket, function (error, serverId) {
		if (error) {
			next(null, { code: 500 });
			return;
		}
		done[serverId] = (done[serverId] || 0) + 1;
		next(null, { code: 200, by: serverId });
	});
};

// How many tickets each worker did so far.
DeskHandler.prototype.tally = function (msg, session, next) {
	next(null, this.done);
};
