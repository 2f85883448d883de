// The gate is the first server a client meets. It says which connector to go to,
// and before that it asks a time server for the time.
module.exports = function (app) {
	return new GateHandler(app);
};

function GateHandler(app) {
	this.app = app;
}

GateHandler.prototype.queryEntry = function (msg, session, next) {
	const connectors = this.app.getServersByType('connector');
	if (!msg.uid || connectors.length === 0) {
		next(null, { code: 500 });
		return;
	}
	const connector = connectors[0];
	const routeParam = msg.number;

	this.app.rpc.time.timeRemote.getCurrentTime(
		// TASK: the time server should get 'Hello' and the number.
		'Hello',
		routeParam,
		function (hour, minute, second) {
			console.log('Remote Time: ' + hour + ':' + minute + ':' + second);
			next(null, { code: 200, host: connector.host, port: connector.clientPort });
		}
	);
};
