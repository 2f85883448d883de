var Code = require('../../../../../shared/code');
var id = 1;
module.exports = function (app) { return new Handler(app); };
var Handler = function (app) { this.app = app; this.serverId = app.get('serverId').split('-')[2]; };
Handler.prototype.entry = function (msg, session, next) {
  if (!msg.name) { next(new Error('invalid entry request: empty token'), { code: Code.FAIL }); return; }
  var self = this, playerId = parseInt(this.serverId + id, 10), areas = this.app.getServersByType('area'); id += 1;
  session.bind(playerId);
  session.set('playerName', msg.name); session.set('areaServer', areas[msg.area % areas.length].id); session.set('playerId', playerId);
  session.on('closed', onUserLeave.bind(null, self.app));
  session.pushAll(function () { next(null, { code: Code.OK, playerId: playerId, areas: areas.length }); });
};
Handler.prototype.tell = function (msg, session, next) { var self = this; this.app.get('chatService').push(msg.uid, msg.sid, msg.text, function (err, fails) { next(null, { err: err && err.message, fails: fails }); }); };
var onUserLeave = function (app, session, reason) {
  if (!session || !session.uid) return;
  app.rpc.area.playerRemote.playerLeave(session, { playerId: session.get('playerId'), name: session.get('playerName'), serverId: session.frontendId }, function (err, left) { console.log('[x] left %s %s %j', session.get('playerName'), err, left); });
};
