var say = require('../../../../lib/say');
module.exports = function (app) {
	return new C(app);
};
function C(app) {
	this.app = app;
	this.n = 0;
}
C.prototype.tick = function () {
	if (this.n++ < 2) {
		var d = new Date();
		say(
			'%s tick %s args %s second%%3=%s',
			this.app.getServerId(),
			this.n,
			arguments.length,
			Math.round(d.getSeconds() + d.getMilliseconds() / 1000) % 3
		);
	}
};
C.prototype.only = function () {
	if (this.n++ < 5) say('only %s', this.n);
};
