module.exports = function (app, session, next, say) {
	say('front2 %s %j', session.uid, session.settings);
	next(null, session.settings);
};
