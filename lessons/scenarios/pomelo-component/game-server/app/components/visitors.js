// The component: a factory that gets the application and the options of `app.load`.
module.exports = function (app, options) {
	return new Visitors(app, options);
};

function Visitors(app, options) {
	this.app = app;
	this.reportEveryMs = options.reportEveryMs;
	this.names = [];
}

// Under this name it is found again: app.components.visitors
Visitors.prototype.name = 'visitors';

Visitors.prototype.start = function (cb) {
	console.log('%s: start, the others are not there yet', this.app.getServerId());
	process.nextTick(cb);
};

Visitors.prototype.afterStart = function (cb) {
	console.log('%s: afterStart', this.app.getServerId());
	this.timer = setInterval(this.report.bind(this), this.reportEveryMs);
	process.nextTick(cb);
};

Visitors.prototype.stop = function (force, cb) {
	clearInterval(this.timer);
	console.log('%s: stop, after %d visitors', this.app.getServerId(), this.names.length);
	process.nextTick(cb);
};

Visitors.prototype.add = function (name) {
	this.names.push(name);
	return this.names.length;
};

Visitors.prototype.report = function () {
	console.log('%s: visitors so far: %s', this.app.getServerId(), this.names.join(', ') || 'none');
};
