var say = require('../../lib/say');
module.exports = function (opts) { return new M(opts); };
module.exports.moduleId = 'm';
function M(opts) { this.app = opts.app; this.type = 'push'; this.interval = 1; opts.app.module = this; }
M.prototype.monitorHandler = function (agent, msg, cb) { this.agent = agent; if (!msg) return; say('monitor %j', msg); if (msg.fail) throw new Error('in monitor'); };
M.prototype.masterHandler = function (agent, msg, cb) { if (!msg) return; say('master %j', msg); if (msg.from === 'chat-server-1' && msg.n === 1) throw new Error('in master'); if (msg.from === 'connector-server-1') agent.notifyById(msg.from, 'm', { fail: msg.n === 1, n: msg.n }); };
