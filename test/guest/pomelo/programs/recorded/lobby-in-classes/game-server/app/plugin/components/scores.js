module.exports = (app, opts) => ({
	name: 'scores',
	points: opts.start,
	start(cb) {
		app.set('scores', this, true);
		setImmediate(cb);
	},
	afterStart: (cb) => cb(),
	stop: (force, cb) => cb()
});
