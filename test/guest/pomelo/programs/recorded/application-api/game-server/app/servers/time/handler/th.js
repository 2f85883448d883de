module.exports = function (app) {
	return {
		y: function (msg, session, next) {
			next(new Error('time error'), { z: 1 });
		}
	};
};
