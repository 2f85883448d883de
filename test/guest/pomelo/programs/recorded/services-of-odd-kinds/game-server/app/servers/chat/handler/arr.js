module.exports = [function (m, s, n) { n(null, { index: 0 }); }];
