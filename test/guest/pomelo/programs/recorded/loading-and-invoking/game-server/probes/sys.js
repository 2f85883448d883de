module.exports = function (app, session, next, say) {
	say(
		'sys %j',
		Object.keys(app.sysrpc)
			.slice(0, 1)
			.map(function (t) {
				return (
					t +
					':' +
					Object.keys(app.sysrpc[t]).map(function (s) {
						return s + '(' + Object.keys(app.sysrpc[t][s]).sort() + ')';
					})
				);
			})
	);
	app.sysrpc.connector.sessionRemote.getBackendSessionBySid.toServer(
		'connector-server-1',
		session.id,
		function (err, s) {
			say('sid %s %j', err, s);
			next(null, {});
		}
	);
};
