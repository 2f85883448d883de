module.exports = function (app, session, next, say, msg) { next(null, {}); setTimeout(function () { app.stop(); }, 100); };
