module.exports = function (app) { return new Cls(app); };
class Cls { constructor(app) { this.app = app; } hi(msg, session, next) { next(null, { cls: this.app.serverId }); } static st(msg, s, next) { next(null, {}); } }
