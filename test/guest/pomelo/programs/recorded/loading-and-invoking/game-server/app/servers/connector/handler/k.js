class K {
	constructor(app) {
		this.app = app;
	}
	hi(m, s, n) {
		n(null, { who: this.app.serverId });
	}
}
module.exports = function (app) {
	return new K(app);
};
