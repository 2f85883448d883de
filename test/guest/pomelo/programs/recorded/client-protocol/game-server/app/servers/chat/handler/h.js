var say = require('../../../../lib/say');
module.exports = {
	echo: function (msg, session, next) {
		say('echo %j', msg);
		next(null, msg);
	}
};
