module.exports = function (app, session, next, say) {
	var bss = app.backendSessionService;
	bss.kickByUid(session.frontendId, 'nobody', function () {
		say('kicked nobody %j', [].slice.call(arguments));
		bss.kickByUid(session.frontendId, 'b', 'because', function () {
			say('kicked b %j', [].slice.call(arguments));
			bss.kickBySid(session.frontendId, session.id, function () {
				say('kick by sid %j', [].slice.call(arguments));
				next(null, { late: 1 });
			});
		});
	});
};
