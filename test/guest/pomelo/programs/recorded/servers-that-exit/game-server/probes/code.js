module.exports = function (app, session, next, say, msg) { process.exitCode = 5; setTimeout(function () { process.exit(); }, 100); next(null, {}); };
