module.exports = function (app, session, next, say) {
	var cs = app.get('channelService');
	var ch = cs.createChannel('t');
	ch.add('a', 'connector-server-1');
	cs.destroyChannel('t');
	say(
		'after destroyChannel %s add %s members %j',
		cs.getChannel('t'),
		ch.add('b', 'connector-server-2'),
		ch.getMembers()
	);
	var d = cs.getChannel('d', true);
	d.add('a', 'connector-server-1');
	d.destroy();
	say(
		'destroyed %s add %s members %j leave %s amount %s',
		cs.getChannel('d'),
		d.add('b', 'connector-server-2'),
		d.getMembers(),
		d.leave('a', 'connector-server-1'),
		d.getUserAmount()
	);
	d.pushMessage('push', { n: 30 }, function (err) {
		say('push destroyed %s', err && err.message);
	});
	var e = cs.getChannel('e', true);
	e.pushMessage('push', { n: 31 }, function (err, f) {
		say('push empty %s %j %s', err, f, arguments.length);
		next(null, {});
	});
};
