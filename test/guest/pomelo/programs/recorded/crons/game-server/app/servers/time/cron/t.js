var say = require('../../../../lib/say');
module.exports = {
	never: function () {
		say('never');
	},
	added: function () {
		this.n = (this.n || 0) + 1;
		if (this.n < 3) say('added %s', this.n);
		if (this.n === 2) require('pomelo').app.removeCrons([{ id: 9 }, { id: 10 }]);
	}
};
