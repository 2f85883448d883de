// Which worker gets a ticket: one after the other, each as often as its weight says.
let calls = 0;

exports.route = function (session, msg, app, cb) {
	const turns = app.getServersByType('work').flatMap((server) => Array(server.weight).fill(server));
	cb(null, turns[calls++ % turns.length].id);
};
