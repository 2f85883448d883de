module.exports = function (app, session, next, say) {
	var cs = app.get('channelService');
	var ch = cs.getChannel('r', false);
	ch.pushMessage('push', { n: 1 }, function (err, fails) {
		say('push1 %s %j %s', err, fails, arguments.length);
		ch.pushMessage({ route: 'push', n: 2 }, function (err, fails) {
			say('push2 %s %j', err, fails);
			ch.pushMessage('push', { n: 3 }, { opt: 1 }, function (err, fails) {
				say('push3 %s %j', err, fails);
				ch.add('ghost', 'connector-server-1');
				ch.pushMessage('push2', { n: 4 }, null, function (err, fails) {
					say('push4 %s %j', err, fails);
					ch.pushMessage('push2', null, function (err) {
						say('null msg %s', err && err.message);
						ch.add('far', 'connector-server-9');
						ch.pushMessage('push2', { n: 5 }, function (err, fails) {
							say('push5 %s %j', err && err.message, fails);
						});
						setTimeout(function () {
							ch.leave('far', 'connector-server-9');
							ch.pushMessage('push2', { n: 6 });
							next(null, {});
						}, 300);
					});
				});
			});
		});
	});
};
