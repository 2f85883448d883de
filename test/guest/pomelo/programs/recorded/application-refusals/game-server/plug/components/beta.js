var say = require('../../lib/say');
module.exports = function (app, opts) { say('plugin beta %j', opts); return new B(); };
function B() { this.name = '__beta__'; }
B.prototype.start = function (cb) { say('beta start %s', this.name); cb(); };
