var say = require('../../../../lib/say');
module.exports = function (app) { return new H(app); };
var H = function (app) { this.app = app; };
H.prototype.stop = function (msg, session, next) { var app = this.app; app.rpc[msg.p].r.stop.toServer(msg.x, msg.force, function () { say('answer %j', [].slice.call(arguments)); setTimeout(function () { say('%s now %j, by id %s', msg.p, app.getServersByType(msg.p).map(function (s) { return s.id; }), !!app.getServerById(msg.x)); next(null, {}); }, 400); }); };
H.prototype.call = function (msg, session, next) { this.app.rpc[msg.p].r.hi.toServer(msg.x, function () { say('hi %j', [].slice.call(arguments).map(function (a) { return a && a.stack ? 'error' : a; })); next(null, {}); }); };
