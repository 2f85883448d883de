module.exports = { x: function (m, s, n) { n(null, { own: 1 }); } };
