module.exports = function (app, opts) {
	return new HelloWorld(app, opts);
};

var DEFAULT_INTERVAL = 3000;

var HelloWorld = function (app, opts) {
	this.app = app;
	this.interval = opts.interval || DEFAULT_INTERVAL;
	this.timerId = null;
	this.count = 0;
};

HelloWorld.name = '__HelloWorld__';

HelloWorld.prototype.start = function (cb) {
	console.log('[x] Hello World start');
	var self = this;
	this.timerId = setInterval(function () {
		if (self.count++ < 2) console.log('[x] ' + self.app.getServerId() + ': Hello World!');
	}, this.interval);
	process.nextTick(cb);
};

HelloWorld.prototype.afterStart = function (cb) {
	console.log('[x] Hello World afterStart');
	process.nextTick(cb);
};

HelloWorld.prototype.stop = function (force, cb) {
	clearInterval(this.timerId);
	process.nextTick(cb);
};
