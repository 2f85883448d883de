var say = require('../../../lib/say');
module.exports.beforeStartup = function (app, cb) {
	say(
		'beforeStartup %s ch=%s comps=%j',
		app.getServerId(),
		typeof app.get('channelService'),
		Object.keys(app.components).length
	);
	setTimeout(cb, 10);
};
module.exports.afterStartup = function (app, cb) {
	say('afterStartup rpc=%s', app.rpc ? Object.keys(app.rpc) : app.rpc);
	cb();
};
module.exports.beforeShutdown = function (app, cb, cancel) {
	say('beforeShutdown %s', typeof cancel);
	if (app.getServerId() === 'chat-server-1') setTimeout(cb, 30);
	else {
		cancel();
		setTimeout(cb, 3500);
	}
};
module.exports.afterStartAll = function (app) {
	say('afterStartAll rpc=%s', Object.keys(app.rpc));
};
module.exports.other = 5;
