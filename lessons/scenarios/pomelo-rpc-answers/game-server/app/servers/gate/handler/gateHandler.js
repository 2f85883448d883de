// Calls a method of the time server and tells the client what came of it.
module.exports = function (app) {
	return new GateHandler(app);
};

function GateHandler(app) {
	this.app = app;
}

GateHandler.prototype.ask = function (msg, session, next) {
	const remote = this.app.rpc.time.timeRemote;
	const answered = function (error, value) {
		console.log(
			'%s: the callback got',
			msg.method,
			arguments.length === 0 ? 'nothing' : error,
			value
		);
		if (msg.method === 'tell' && msg.breaks) throw new Error('the callback itself is broken');
		next(null, { code: error ? 500 : 200 });
	};
	console.log('%s: the gate calls', msg.method);
	// The route parameter first, then what the method wants, then the callback.
	remote[msg.method].apply(remote, [msg.route].concat(msg.args, answered));
};
