module.exports = function (app) { var o = { get x() { return function (m, s, n) { n(null, { getter: 1 }); }; } }; return o; };
