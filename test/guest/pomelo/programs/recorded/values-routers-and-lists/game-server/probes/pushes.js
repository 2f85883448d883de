module.exports = function (app, session, next, say) {
	session.set('list', [1]);
	session.push('list', function () {
		session.get('list').push(2);
		say('aliased %j', app.get('sessionService').get(session.id).get('list'));
		session.set('list', 'new');
		say('not pushed %j', app.get('sessionService').get(session.id).settings);
		next(null, session.settings);
	});
};
