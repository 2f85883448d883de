module.exports = { name: 'text2', x: function (m, s, n) { n(null, { same: 1 }); } };
