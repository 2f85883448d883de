module.exports = function (app, session, next, say, msg) { next(new Error('handler err'), { part: 1 }); };
