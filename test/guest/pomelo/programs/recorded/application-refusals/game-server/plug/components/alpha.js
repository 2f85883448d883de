var say = require('../../lib/say');
module.exports = function (app, opts) { say('plugin alpha %j', opts); return { name: '__alpha__', start: function (cb) { say('alpha start'); cb(); }, afterStart: function (cb) { say('alpha after'); cb(); } }; };
