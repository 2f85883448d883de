// Handlers reach a component through the application.
module.exports = function (app) {
	return new EntryHandler(app);
};

function EntryHandler(app) {
	this.app = app;
}

EntryHandler.prototype.enter = function (msg, session, next) {
	const number = this.app.components.visitors.add(msg.name);
	next(null, { code: 200, number: number, server: this.app.getServerId() });
};

// Closes this server: every component is stopped, in the order it was loaded.
EntryHandler.prototype.closeUp = function (msg, session, next) {
	const app = this.app;
	next(null, { code: 200 });
	setTimeout(function () {
		app.stop(false);
	}, 100);
};
