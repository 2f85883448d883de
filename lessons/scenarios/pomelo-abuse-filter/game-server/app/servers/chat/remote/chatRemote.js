// One room for everybody.
module.exports = function (app) {
	return {
		enter: function (uid, connectorId, cb) {
			const room = app.get('channelService').getChannel('room', true);
			room.add(uid, connectorId);
			cb(room.getMembers());
		}
	};
};
