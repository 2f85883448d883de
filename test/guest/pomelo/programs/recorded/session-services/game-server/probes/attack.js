module.exports = function (app, session, next, say) {
	var ss = app.get('sessionService');
	say('sessions %s', ss.getSessionsCount());
	next();
};
