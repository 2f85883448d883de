var dispatcher = require('../../../util/dispatcher');

module.exports = function (app) {
	return new Handler(app);
};

var Handler = function (app) {
	this.app = app;
};

var handler = Handler.prototype;

handler.queryEntry = function (msg, session, next) {
	var uid = msg.uid;
	if (!uid) {
		next(null, { code: 500 });
		return;
	}
	var connectors = this.app.getServersByType('connector');
	if (!connectors || connectors.length === 0) {
		next(null, { code: 500 });
		return;
	}
	var res = dispatcher.dispatch(uid, connectors);
	this.app.rpc.time.timeRemote.getTime(uid.length, 'asked by', uid, function (hour, min, sec) {
		console.log(
			'[x] %s goes to %s at %s',
			uid,
			res.id,
			[typeof hour, typeof min, typeof sec].join(':')
		);
	});
	next(null, { code: 200, host: res.host, port: res.clientPort });
};
