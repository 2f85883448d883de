// The gate holds nobody: it names a connector, always the same one for the same name, and the client goes there.
const dispatch = require('../../../util/dispatch');

module.exports = function (app) {
	return new GateHandler(app);
};

function GateHandler(app) {
	this.app = app;
}

GateHandler.prototype.findConnector = function (msg, session, next) {
	const connectors = this.app.getServersByType('connector');
	if (!msg.name || !connectors || connectors.length === 0) {
		next(null, { code: 500 });
		return;
	}
	const { host, clientPort } = dispatch(msg.name, connectors);
	next(null, { code: 200, host: host, port: clientPort });
};
