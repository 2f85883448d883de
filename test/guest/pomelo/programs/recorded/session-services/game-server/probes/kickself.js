module.exports = function (app, session, next, say) {
	app.get('sessionService').kickBySessionId(session.id, { code: 5 }, function () {
		say('kicked self');
		next(null, { after: 1 });
	});
};
