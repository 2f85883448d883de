// Gives the connection its user id: the built-in router picks the lobby server by it.
module.exports = function (app) {
	return {
		login: function (msg, session, next) {
			session.bind(msg.name, function () {
				next(null, { code: 200 });
			});
		}
	};
};
