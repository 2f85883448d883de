module.exports = {
	name: 'renamed',
	hi: function (m, s, n) {
		n(null, { who: 'renamed' });
	}
};
