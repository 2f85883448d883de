module.exports = function (app, session, next, say) {
	var r = app.rpc.chat,
		left = 8;
	function done() {
		if (--left === 0) next(null, {});
	}
	function log(name) {
		return function () {
			say(
				'%s %j',
				name,
				[].slice.call(arguments).map(function (x) {
					return x && x.stack ? String(x.stack).split('\n')[0] : x;
				})
			);
			done();
		};
	}
	r.given.hi(session, log('given'));
	r.plain.plain(session, 7, log('plain'));
	r.plain._private(session, log('private'));
	r.derived.inherited(session, log('inherited'));
	r.derived.own(session, log('own'));
	r.modern.b(session, 2, log('b'));
	r.modern.c(session, 3, log('c'));
	say('klass %j', r.klass);
	say('missing %s', typeof r.nothing);
	done();
};
