module.exports = function (app, session, next, say, msg) { next(null, { a: 1 }, { opt: 2 }); };
