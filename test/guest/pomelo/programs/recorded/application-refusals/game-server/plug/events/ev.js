var say = require('../../lib/say');
module.exports = function (app) { this.app = app; };
module.exports.prototype.add_servers = function (list) { say('ev add %s %s', list.length, this.app.serverId); };
module.exports.prototype.start_all = function () { say('ev start_all %d', arguments.length); };
module.exports.prototype.start_server = function (id) { say('ev start_server %s', id); };
module.exports.prototype.value = 5;
