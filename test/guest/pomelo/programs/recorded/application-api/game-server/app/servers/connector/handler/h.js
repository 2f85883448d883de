var util = require('util');
function say() {
	console.log('[x] ' + util.format.apply(null, arguments));
}
module.exports = function (app) {
	return new H(app);
};
function H(app) {
	this.app = app;
}
H.prototype.a = function (msg, session, next) {
	say('a %j', msg);
	next(null, {
		keys: Object.keys(this.app)
			.filter(function (k) {
				return typeof this.app[k] !== 'function' && k !== 'rpc' && k !== 'sysrpc';
			}, this)
			.sort()
	});
};
H.prototype.b = function (msg, session, next) {
	next(new Error('bad'), { x: 1 });
};
H.prototype.c = function (msg, session, next) {
	next('text error');
};
H.prototype.d = function (msg, session, next) {
	next({ code: 402 }, { x: 1 });
};
H.prototype.g = function (msg, session, next) {
	this.app.rpc.chat.cr.hi(session, 1, function () {
		next(null, [].slice.call(arguments));
	});
};
