module.exports = function (app, session, next, say, msg) { next(null, { bye: 1 }); process.exit(3); };
