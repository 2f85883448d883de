var Code = require('../../../../../shared/code');
module.exports = function (app) { return new Handler(app); };
var Handler = function (app) { this.app = app; };
Handler.prototype.queryEntry = function (msg, session, next) {
  var connectors = this.app.getServersByType('connector');
  if (!connectors || connectors.length === 0) { next(null, { code: Code.FAIL }); return; }
  var res = connectors[msg.n % connectors.length];
  next(null, { code: Code.OK, host: res.host, port: res.clientPort });
};
