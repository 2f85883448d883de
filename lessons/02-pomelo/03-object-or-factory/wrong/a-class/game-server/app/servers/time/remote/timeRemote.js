module.exports = class TimeRemote {
	constructor(app) {
		this.app = app;
	}

	getCurrentTime(arg1, arg2, cb) {
		const now = new Date();
		cb(now.getHours(), now.getMinutes(), now.getSeconds(), this.app.getServerId());
	}
};
