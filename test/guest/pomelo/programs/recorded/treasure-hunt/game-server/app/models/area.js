var pomelo = require('pomelo');
var Player = require('./player');
var exp = module.exports;
var id = 0, width = 0, players = {}, entities = {}, channel = null, tickCount = 0, config;
exp.init = function (opts, cfg) { id = opts.id; width = opts.width; config = cfg; };
exp.run = function () { this.timer = setInterval(tick, 100); };
exp.isRunning = function () { return !!exp.timer; };
function tick() { tickCount++; for (var k in players) { var p = players[k]; if (p.path) { p.x = Math.min(p.x + p.speed / 10, p.path, width); if (p.x >= Math.min(p.path, width)) { p.path = null; getChannel().pushMessage({ route: 'onArrive', entityId: p.entityId, x: p.x }); } } } }
function getChannel() { if (channel) return channel; channel = pomelo.app.get('channelService').getChannel('area_' + id, true); return channel; }
exp.getChannel = getChannel;
exp.addPlayer = function (opts) { var p = new Player(opts); if (players[p.name]) return false; players[p.name] = p; entities[p.entityId] = p; getChannel().add(opts.uid, opts.serverId); p.on('score', function (e) { getChannel().pushMessage('onScore', e, function (err, fails) { if (err) console.log('[x] push failed %s', err.message); }); }); return p; };
exp.removePlayer = function (name, uid) { var p = players[name]; if (!p) return; delete players[name]; delete entities[p.entityId]; getChannel().leave(uid, p.serverId); return p; };
exp.getPlayer = function (name) { return players[name]; };
exp.all = function () { return Object.keys(players).map(function (k) { return players[k]; }); };
exp.config = function () { return config; };
