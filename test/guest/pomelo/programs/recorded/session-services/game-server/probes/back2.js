module.exports = function (app, session, next, say) {
	say('back2 %s %j', session.uid, session.settings);
	next(null, session.settings);
};
