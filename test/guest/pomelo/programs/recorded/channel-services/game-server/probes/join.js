module.exports = function (app, session, next, say) {
	var cs = app.get('channelService');
	say('get %s', cs.getChannel('r'));
	var ch = cs.getChannel('r', true);
	say('same %s %s', ch === cs.getChannel('r'), ch === cs.createChannel('r'));
	say('name %s %s', ch.name, ch.userAmount);
	say(
		'add %s %s %s',
		ch.add('a', 'connector-server-1'),
		ch.add('b', 'connector-server-2'),
		ch.add('x')
	);
	say(
		'members %j %s %j %j',
		ch.getMembers(),
		ch.getUserAmount(),
		ch.getMember('a'),
		ch.getMember('zz')
	);
	say('dup %s %j', ch.add('a', 'connector-server-1'), ch.getMembers());
	say(
		'leave %s %s %s %s %j',
		ch.leave('a', 'connector-server-1'),
		ch.leave('a', 'wrong'),
		ch.leave('nobody', 'connector-server-1'),
		ch.leave(),
		ch.getMembers()
	);
	say('groups %j records %j', ch.groups, ch.records);
	next(null, {});
};
