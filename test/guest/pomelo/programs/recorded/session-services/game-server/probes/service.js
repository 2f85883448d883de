module.exports = function (app, session, next, say) {
	var ss = app.get('sessionService');
	say('count %s %s', ss.getSessionsCount(), app.sessionService === ss);
	var n = 0;
	ss.forEachSession(function (s) {
		n++;
	});
	var m = [];
	ss.forEachBindedSession(function (s) {
		m.push(s.uid);
	});
	say('each %s %j', n, m.sort());
	say(
		'addr %s %s',
		typeof ss.getClientAddressBySessionId(session.id).ip,
		ss.getClientAddressBySessionId(12345)
	);
	say('get %s %s', ss.get(12345), ss.getByUid('nobody'));
	ss.bind(12345, 'x', function (e) {
		say('bind unknown %s', e.message);
		ss.unbind(12345, 'x', function (e) {
			say('unbind unknown %s', e.message);
			ss.import(12345, 'k', 1, function (e) {
				say('import unknown %s', e.message);
				ss.importAll(12345, {}, function (e) {
					say('importAll unknown %s', e.message);
					ss.kick('nobody', function () {
						say('kick nobody %s', arguments.length);
						ss.kickBySessionId(777, 'r', function () {
							say('kickBySid nobody');
							say(
								'sendMessage %s %s',
								ss.sendMessage(777, 'x'),
								ss.sendMessageByUid('nobody', 'x')
							);
							var con = app.components.__connection__;
							say('conn %j', Object.keys(con.getStatisticsInfo()).sort());
							say(
								'stat %s %s',
								con.getStatisticsInfo().loginedCount,
								con.getStatisticsInfo().totalConnCount
							);
							var c2 = app.components.__session__;
							say('component %s', typeof c2.service);
							next(null, { ok: 1 });
						});
					});
				});
			});
		});
	});
};
