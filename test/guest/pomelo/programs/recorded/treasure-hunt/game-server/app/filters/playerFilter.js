module.exports = function () { return new Filter(); };
var Filter = function () {};
Filter.prototype.before = function (msg, session, next) {
  var area = require('../models/area');
  if (/areaHandler.enter|boardHandler/.test(msg.__route__)) return next();
  if (!area.getPlayer(session.get('playerName'))) { next(new Error('No player exist!'), { code: 404 }); return; }
  next();
};
