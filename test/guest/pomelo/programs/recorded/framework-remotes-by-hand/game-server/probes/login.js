module.exports = function (app, session, next, say, msg) { session.bind(msg.x, function () { session.set('k', msg.x); session.push('k', function () { next(null, {}); }); }); };
