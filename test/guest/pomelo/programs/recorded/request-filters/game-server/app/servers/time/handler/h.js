var say = require('../../../../lib/say');
module.exports = function (app) {
	return new H(app);
};
function H(app) {
	this.app = app;
	say('handler made');
}
var p = H.prototype;
p.ok = function (msg, session, next) {
	say('ok %j', msg);
	next(null, { ok: 1, a: msg.a });
};
p.fail = function (msg, session, next) {
	next(new Error('fails'), { x: 1 }, { o: 1 });
};
p.resp = function (msg, session, next) {
	next(null, {});
};
p.opts = function (msg, session, next) {
	next(null, { with: 'opts' }, { o: 1 });
};
p.arr = function (a, b, session, next) {
	say('arr %s', arguments.length);
	if (typeof next === 'function') next(null, { a: a, b: b });
	else (b, session(null, {}));
};
p.str = function (msg, session, next) {
	say('str %j %s', msg, typeof msg);
	next(null, { t: typeof msg });
};
p.nothing = function (msg, session, next) {
	next();
};
p.zero = function (msg, session, next) {
	next(null, 0);
};
p.undef = function (msg, session, next) {
	next(null, undefined);
};
p.code = function (msg, session, next) {
	next(new Error('e'), { code: 404 });
};
p.silent = function (msg, session, next) {
	say('silent');
};
p.throw = function (msg, session, next) {
	throw new Error('thrown');
};
p.asyncOk = async function (msg, session, next) {
	await null;
	next(null, { async: 1 });
};
p.asyncFail = async function (msg, session, next) {
	try {
		await Promise.reject(new Error('rejected'));
	} catch (e) {
		next(e, { caught: 1 });
	}
};
p.late = function (msg, session, next) {
	setTimeout(function () {
		next(null, { late: 1 });
	}, 900);
};
p.slow = function (msg, session, next) {
	say('slow start %s', msg.i);
	setTimeout(function () {
		say('slow end %s', msg.i);
		next(null, { i: msg.i });
	}, msg.ms);
};
