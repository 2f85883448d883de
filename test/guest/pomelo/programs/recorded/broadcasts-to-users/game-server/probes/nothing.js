module.exports = function (app, session, next, say, msg) { next(null, { a: 1 }); };
