var say = require('../../lib/say');
module.exports = function (opts, service) {
	return new M(opts, service);
};
module.exports.moduleId = 'mod';
function M(opts, service) {
	this.opts = opts;
	this.app = opts.app;
	this.type = opts.type;
	this.interval = opts.interval;
	this.delay = opts.delay;
	this.n = 0;
	say('new %s master=%s agent=%s', opts.id, !!service.master, typeof service.agent);
}
M.prototype.start = function (cb) {
	say('module start %s', this.opts.id);
	cb();
};
M.prototype.monitorHandler = function (agent, msg, cb) {
	if (this.n++ > 2) return;
	say('%s monitor %s %s %j cb=%s', this.opts.id, agent.id, agent.type, msg, typeof cb);
	if (!msg) {
		agent.notify(this.opts.id, { from: agent.id, tick: this.n });
		if (this.n === 1) {
			agent.request(this.opts.id, { ask: agent.id }, function (err, res) {
				say('monitor request -> %j %j', err, res);
			});
			agent.request('nomodule', { a: 1 }, function (err, res) {
				say('monitor request nomodule -> %j %j', err, res);
			});
		}
	} else if (msg.fail) cb(new Error('refused'));
	else if (msg.text) cb('text', 5);
	else if (msg.ask) cb(null, { answer: agent.id, got: msg.ask });
};
M.prototype.masterHandler = function (agent, msg, cb) {
	this.n++;
	var id = this.opts.id;
	say('%s master %s %s %j cb=%s', id, agent.id, agent.type, msg, typeof cb);
	if (!msg && this.once) return;
	if (!msg) {
		this.once = true;
		say('notifyAll %s', agent.notifyAll(id, { all: 1 }));
		say(
			'byId %s %s',
			agent.notifyById('chat-server-1', id, { one: 1 }),
			agent.notifyById('nobody', id, { one: 1 })
		);
		say(
			'byType %s %s',
			agent.notifyByType('time', id, { type: 1 }),
			agent.notifyByType('none', id, { type: 1 })
		);
		say('idMap %j types %j', Object.keys(agent.idMap), Object.keys(agent.typeMap));
		say(
			'request %s',
			agent.request('chat-server-2', id, { ask: 7 }, function (err, res) {
				say('reply %j %j', err, res);
			})
		);
		agent.request('chat-server-2', id, { fail: 7 }, function (err, res) {
			say('reply fail %s %s %j', err && err.message, err instanceof Error, res);
		});
		agent.request('time-server-1', id, { text: 7 }, function (err, res) {
			say('reply text %j %j', err, res);
		});
		say(
			'request unknown %s',
			agent.request('nobody', id, { ask: 7 }, function (err, res) {
				say('reply unknown %s %j', err && err.message, res);
			})
		);
		agent.request('time-server-1', 'nomodule', { ask: 7 }, function (err, res) {
			say('reply nomodule %s %j', err, res);
		});
		agent.set(id, { x: 1 });
		agent.get(id).y = 2;
		say('values %j', agent.get(id));
	} else if (msg.ask) cb(null, { master: 'says', to: msg.ask });
};
M.prototype.clientHandler = function (agent, msg, cb) {
	say('client');
};
