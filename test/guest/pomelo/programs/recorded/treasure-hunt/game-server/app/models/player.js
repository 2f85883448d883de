var util = require('util');
var Entity = require('./entity');
var dataApi = require('../util/dataApi');
function Player(opts) { Entity.call(this, opts); this.name = opts.name; this.score = 0; this.speed = dataApi.hero.findById(opts.kindId || 1).speed; this.serverId = opts.serverId; this.path = null; }
util.inherits(Player, Entity);
module.exports = Player;
Player.prototype.addScore = function (n) { this.score += n; this.emit('score', { entityId: this.entityId, score: this.score }); };
Player.prototype.toJSON = function () { return { entityId: this.entityId, name: this.name, score: this.score, type: 'player', x: this.x }; };
