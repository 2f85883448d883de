exports.plain = function (a, cb) {
	cb(this === exports, a);
};
exports.value = 5;
exports._private = function (cb) {
	cb('p');
};
