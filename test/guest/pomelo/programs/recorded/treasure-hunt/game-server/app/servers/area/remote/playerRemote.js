var area = require('../../../models/area');
var utils = { invokeCallback: function (cb) { if (!!cb && typeof cb === 'function') cb.apply(null, Array.prototype.slice.call(arguments, 1)); } };
var exp = module.exports;
exp.playerLeave = function (args, cb) { var p = area.removePlayer(args.name, args.playerId); if (p) area.getChannel().pushMessage({ route: 'onUserLeave', code: 200, name: p.name }); utils.invokeCallback(cb, null, p); };
