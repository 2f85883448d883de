var say = require('../../../../lib/say');
module.exports = function (app) {
	return {
		who: function (a, b, cb) {
			say('who %s %s', a, b);
			if (a === 'silent') return;
			cb(null, app.getServerId(), a, b);
		}
	};
};
