module.exports = function (app) {
	return new ChatRemote(app);
};

var ChatRemote = function (app) {
	this.app = app;
	this.channelService = app.get('channelService');
};

ChatRemote.prototype.add = function (uid, sid, name, flag, cb) {
	var channel = this.channelService.getChannel(name, flag);
	var username = uid.split('*')[0];
	channel.pushMessage({ route: 'onAdd', user: username });
	if (!!channel) {
		channel.add(uid, sid);
	}
	console.log('[x] %s holds %s with %j', this.app.getServerId(), name, channel.getMembers());
	cb(this.get(name, flag));
};

ChatRemote.prototype.get = function (name, flag) {
	var users = [];
	var channel = this.channelService.getChannel(name, flag);
	if (!!channel) {
		users = channel.getMembers();
	}
	for (var i = 0; i < users.length; i++) {
		users[i] = users[i].split('*')[0];
	}
	return users;
};

ChatRemote.prototype.kick = function (uid, sid, name) {
	var channel = this.channelService.getChannel(name, false);
	if (!!channel) {
		channel.leave(uid, sid);
	}
	channel.pushMessage({ route: 'onLeave', user: uid.split('*')[0] });
};
