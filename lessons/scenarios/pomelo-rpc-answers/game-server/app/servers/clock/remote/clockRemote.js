// Another type of server: it has no timeRemote.
exports.tick = function (cb) {
	cb(null, 'tick');
};
