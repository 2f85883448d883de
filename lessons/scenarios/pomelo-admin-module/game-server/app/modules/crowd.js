// The module: `masterHandler` runs on the master, `monitorHandler` on the servers.
module.exports = function (options) {
	return new Crowd(options);
};

module.exports.moduleId = 'crowd';

function Crowd(options) {
	this.app = options.app;
	// `pull`: the timer runs on the master, which asks. With `push` it would run on each server, which tells.
	this.type = 'pull';
	this.interval = options.interval;
}

Crowd.prototype.monitorHandler = function (agent, msg, cb) {
	const sessions = this.app.get('sessionService');
	agent.notify(module.exports.moduleId, {
		serverId: agent.id,
		clients: sessions ? sessions.getSessionsCount() : 0
	});
};

Crowd.prototype.masterHandler = function (agent, msg, cb) {
	if (!msg) {
		// The timer: ask everybody.
		report(agent.get(module.exports.moduleId));
		agent.notifyAll(module.exports.moduleId);
		return;
	}
	// An answer: remember it.
	const known = agent.get(module.exports.moduleId) || {};
	known[msg.serverId] = msg.clients;
	agent.set(module.exports.moduleId, known);
};

function report(known) {
	if (!known) return;
	const servers = Object.keys(known).sort();
	console.log(
		servers
			.map(function (id) {
				return id + ': ' + known[id];
			})
			.join(', ')
	);
}
