var say = require('../../../../lib/say');
module.exports = function (app) { return new Clock(app); };
function Clock(app) { this.app = app; this.n = 0; this.nested = { f: function () {} }; }
Clock.prototype.count = function (cb) { this.n += 1; cb(this.n, this.app.serverId, arguments.length); };
Clock.prototype.echo = function () { var a = [].slice.call(arguments), cb = a.pop(); say('echo %j %d', a, arguments.length); cb.apply(null, a); };
Clock.prototype.thrown = function (kind, cb) { if (kind === 'undef') throw undefined; if (kind === 'obj') throw { msg: 'm', code: 3, stack: 'S' }; if (kind === 'num') throw 5; if (kind === 'range') throw new RangeError('r'); if (kind === 'custom') { var e = new Error('cust'); e.msg = 'mm'; e.code = 9; throw e; } if (kind === 'after') { cb('first'); throw new Error('after cb'); } };
Clock.prototype.errs = function (kind, cb) { if (kind === 'second') return cb(null, new Error('second')); if (kind === 'cust') { var e = new TypeError('tt'); e.code = 5; e.msg = 'mm'; return cb(e, 1, 2); } if (kind === 'like') return cb({ stack: 'st', message: 'x', other: 1 }); if (kind === 'circ') { var o = {}; o.o = o; return cb(o); } if (kind === 'circLater') return setTimeout(function () { var o = {}; o.o = o; cb(o); }, 50); if (kind === 'bigint') return cb(BigInt(5)); };
Clock.prototype.prom = async function (cb) { await null; cb('prom'); };
Clock.prototype.promthrow = async function (cb) { throw new Error('async remote'); };
