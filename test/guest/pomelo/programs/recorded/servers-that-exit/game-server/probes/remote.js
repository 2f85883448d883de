module.exports = function (app, session, next, say, msg) { app.rpc.chat.r.bye(null, function () { next(null, [].slice.call(arguments).map(function (x) { return x && x.stack ? 'error' : x; })); }); };
