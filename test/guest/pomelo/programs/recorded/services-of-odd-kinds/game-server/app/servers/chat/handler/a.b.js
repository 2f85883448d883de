exports.x = function (m, s, n) { n(null, 'dotted'); };
