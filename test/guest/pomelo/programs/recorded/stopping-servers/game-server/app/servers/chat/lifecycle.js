var say = require('../../../lib/say');
module.exports.beforeStartup = function (app, cb) { say('beforeStartup %s', typeof cb); cb(); };
module.exports.afterStartup = function (app, cb) { say('afterStartup rpc %s', typeof app.rpc); cb(); };
module.exports.beforeShutdown = function (app, cb, cancel) { say('beforeShutdown %s %s state %s args %d', typeof cb, typeof cancel, app.state, arguments.length); if (app.serverId === 'chat-server-2') { cancel(); return setTimeout(cb, 3500); } setTimeout(cb, 50); };
module.exports.afterStartAll = function (app) { say('afterStartAll %d', arguments.length); };
module.exports.other = function () { say('other'); };
