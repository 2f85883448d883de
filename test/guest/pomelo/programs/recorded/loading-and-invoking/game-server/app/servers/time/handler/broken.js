exports.x = function (m, s, n) {
	n(null, {});
};
throw new Error('handler file broken');
