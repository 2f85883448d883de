// A worker. How long a ticket takes it is in config/servers.json.
module.exports = function (app) {
	return {
		doTicket: function (ticket, cb) {
			const { id, takesMs } = app.getCurServer();
			console.log('%s takes ticket %d', id, ticket);
			setTimeout(function () {
				cb(null, id);
			}, takesMs);
		}
	};
};
