// Nothing but a place to come to.
module.exports = function (app) {
	return {
		enter: function (msg, session, next) {
			session.bind(msg.name);
			next(null, { code: 200, server: app.getServerId() });
		}
	};
};
