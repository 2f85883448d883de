var EventEmitter = require('events').EventEmitter;
var util = require('util');
var id = 1;
function Entity(opts) { EventEmitter.call(this); this.entityId = id++; this.kindId = opts.kindId; this.x = 0; this.y = 0; }
util.inherits(Entity, EventEmitter);
Entity.prototype.getPos = function () { return { x: this.x, y: this.y }; };
module.exports = Entity;
