var pomelo = require('pomelo');
var app = pomelo.createApp();
var say = require('./lib/say');
app.set('connectorConfig', {
	connector: pomelo.connectors.hybridconnector,
	handshake: function (msg, cb, socket) {
		say('handshake %j %s %s', msg.user, msg.sys.type, typeof socket);
		cb(null, { hi: msg.user.name });
	}
});
function F(name) {
	this.name = name;
}
F.prototype.before = function (msg, session, next) {
	say(
		'%s before %s uid=%s mark=%s',
		this.name,
		msg.__route__ || msg.route,
		session.uid,
		session.__mark__
	);
	session.__mark__ = (session.__mark__ || '') + this.name;
	if (msg.stop === this.name) return next(new Error('stopped by ' + this.name), { by: this.name });
	next();
};
F.prototype.after = function (err, msg, session, resp, next) {
	say(
		'%s after err=%s mark=%s resp=%j',
		this.name,
		(err && err.message) || err,
		session.__mark__,
		resp
	);
	if (msg.afterErr && this.name === 'f2') return next(new Error('after error'), { other: 1 });
	next(err);
};
if (app.getServerId() !== 'connector-server-2') {
	app.filter(new F('f1'));
	app.filter(new F('f2'));
	app.before(function (msg, session, next) {
		say('fn before');
		next();
	});
	app.after(function (err, msg, session, resp, next) {
		say('fn after');
		next(err);
	});
	app.filter(pomelo.time());
	app.filter(pomelo.filters.toobusy());
	app.configure('all', 'connector', function () {
		app.globalBefore({
			before: function (msg, session, next) {
				say('global before %s %j', msg.route, msg.body);
				if (msg.body && msg.body.gstop) return next(new Error('gstop'), { g: 1 });
				next();
			}
		});
		app.globalAfter({
			after: function (err, msg, session, resp, next) {
				say('global after err=%s resp=%j', (err && err.message) || err, resp);
				next(err);
			}
		});
		app.globalFilter(pomelo.timeout());
		app.set('globalErrorHandler', function (err, msg, resp, session, cb) {
			say('globalErrorHandler %s %s %j', err.message, msg.route, resp);
			cb(null, { global: 'handled' });
		});
	});
	app.set('errorHandler', function (err, msg, resp, session, opts, cb) {
		say('errorHandler %s %j %j', err && err.message, resp, opts);
		if (app.getServerType() === 'chat') return cb(err, { code: 7 });
		cb(err, resp, opts);
	});
} else app.filter(pomelo.serial(800));
app.start();
process.on('uncaughtException', function (e) {
	say('uncaught %s', e.message);
});
