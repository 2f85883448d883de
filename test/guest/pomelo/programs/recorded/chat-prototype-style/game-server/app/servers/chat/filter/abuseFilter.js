module.exports = function () {
	return new Filter();
};

var Filter = function () {};

Filter.prototype.before = function (msg, session, next) {
	if (msg.content && msg.content.indexOf('darn') !== -1) {
		session.__abuse__ = true;
		msg.content = msg.content.replace('darn', '****');
	}
	next();
};

Filter.prototype.after = function (err, msg, session, resp, next) {
	if (session.__abuse__) {
		var info = session.uid.split('*');
		console.log('[x] abuse:' + info[0] + ' at room ' + info[1]);
	}
	next(err);
};
