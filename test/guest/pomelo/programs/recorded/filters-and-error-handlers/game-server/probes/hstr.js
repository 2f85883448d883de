module.exports = function (app, session, next, say, msg) { next('str'); };
