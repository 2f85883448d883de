module.exports = function (app, session, next, say, msg) {
	session.bind(msg.x, function (e) {
		next(null, { uid: session.uid });
	});
};
