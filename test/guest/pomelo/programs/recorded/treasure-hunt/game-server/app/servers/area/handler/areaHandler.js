var area = require('../../../models/area');
var handler = module.exports;
handler.enter = function (msg, session, next) {
  var p = area.addPlayer({ name: session.get('playerName'), uid: session.uid, serverId: session.frontendId, kindId: msg.kind });
  if (!p) return next(null, { code: 201 });
  area.getChannel().pushMessage('onAddEntities', { entities: [p], by: session.uid });
  next(null, { code: 200, data: { players: area.all(), treasures: area.config() } });
};
handler.move = function (msg, session, next) { var p = area.getPlayer(session.get('playerName')); p.path = msg.x; next(null, { code: 200, sPos: p.getPos() }); };
handler.pick = function (msg, session, next) { var p = area.getPlayer(session.get('playerName')); p.addScore(msg.n); next(); };
