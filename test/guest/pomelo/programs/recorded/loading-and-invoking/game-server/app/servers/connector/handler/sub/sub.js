exports.x = function (m, s, n) {
	n(null, { sub: 1 });
};
