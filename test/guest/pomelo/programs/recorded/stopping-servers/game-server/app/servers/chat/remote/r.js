var say = require('../../../../lib/say');
module.exports = function (app) { return { hi: function (cb) { cb('hi', app.serverId, app.state); }, stop: function (force, cb) { cb('stopping'); setTimeout(function () { say('stop gives %s', app.stop(app.serverId === 'chat-server-1')); app.stop(); }, 20); } }; };
