// A component: something that lives as long as its server and is told when the server starts and stops.
module.exports = function (app, options) {
	return new Census(app, options || {});
};

function Census(app, options) {
	this.app = app;
	this.everyMs = options.everyMs || 500;
	this.timer = null;
}

Census.prototype.name = 'census';

Census.prototype.start = function (cb) {
	console.log('census of %s begins', this.app.getServerId());
	cb();
};

// All components of this server have started.
Census.prototype.afterStart = function (cb) {
	const app = this.app;
	this.timer = setInterval(function () {
		console.log('%s sees %d servers', app.getServerId(), Object.keys(app.getServers()).length);
	}, this.everyMs);
	cb();
};

Census.prototype.stop = function (force, cb) {
	clearInterval(this.timer);
	cb();
};
