module.exports = function (app, session, next, say, msg) { session.bind(msg.x, function () { next(null, {}); }); };
