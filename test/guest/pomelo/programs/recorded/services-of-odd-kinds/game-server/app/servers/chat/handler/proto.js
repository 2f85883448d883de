function P() {} P.prototype.x = function (m, s, n) { n(null, { self: this instanceof P, keys: Object.keys(m) }); }; P.prototype._y = function (m, s, n) { n(null, { y: 1 }); };
module.exports = new P();
