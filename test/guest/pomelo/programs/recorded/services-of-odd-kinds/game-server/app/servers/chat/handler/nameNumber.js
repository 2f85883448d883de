exports.name = 5; exports.x = function (m, s, n) { n(null, { five: 1 }); };
