exports.a = async function (x, cb) {
	await null;
	cb(null, x);
};
exports.b = (x, cb) => cb(x, typeof this);
exports.c = function (x) {
	return x;
};
