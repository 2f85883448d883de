var say = require('../../../../lib/say');
module.exports = function (app) { return new H(app); };
var H = function (app) { this.app = app; };
H.prototype.go = function (msg, session, next) {
  var d = this.app.components.__dictionary__, c = this.app.components.__connection__;
  if (d) say('dict %j %j %s %s', d.getDict(), d.getAbbrs(), d.getVersion().length, d.userDicPath ? d.userDicPath.split('/').pop() : d.userDicPath);
  var p = this.app.components.__protobuf__;
  if (p) say('protos %j', p.getProtos());
  c.addLoginedUser('x', { a: 1 }); c.updateUserInfo('x', { b: 2, f: function () {} }); c.updateUserInfo('nobody', { b: 2 }); c.addLoginedUser('x', { c: 1 });
  say('conn %j', c.getStatisticsInfo()); c.removeLoginedUser('nobody'); c.removeLoginedUser('x'); c.decreaseConnectionCount('y'); say('conn %j', c.getStatisticsInfo());
  session.bind(msg.p || 'u', function () { session.set('k', 1); session.push('k', function () { next(null, { ok: 1 }); }); });
};
H.prototype.kick = function (msg, session, next) { this.app.sessionService.kick(session.uid, msg.p, function () { say('kicked %d', arguments.length); }); };
