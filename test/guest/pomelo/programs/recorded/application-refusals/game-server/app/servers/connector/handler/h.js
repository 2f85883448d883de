module.exports = function (app) { return new H(app); };
var H = function (app) { this.app = app; };
H.prototype.go = function (msg, session, next) { next(null, { ok: 1 }); };
