class K {
	m(cb) {
		cb('m');
	}
}
module.exports = function () {
	return new K();
};
