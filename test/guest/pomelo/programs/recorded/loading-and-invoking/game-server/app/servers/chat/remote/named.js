module.exports = function (app) {
	return {
		name: 'given',
		hi: function (cb) {
			cb('given ' + app.serverId);
		}
	};
};
