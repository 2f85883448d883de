module.exports = function (app) { return new Remote(app); };
var Remote = function (app) { this.app = app; this.sessionService = app.get('sessionService'); };
Remote.prototype.kick = function (uid, cb) { this.sessionService.kick(uid, 'full', cb); };
Remote.prototype.count = function (cb) { cb(null, this.app.get('serverId'), this.app.get('sessionService') && this.app.get('sessionService').getSessionsCount()); };
