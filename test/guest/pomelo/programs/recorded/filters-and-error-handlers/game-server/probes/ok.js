module.exports = function (app, session, next, say, msg) { say('handler tag %s', session.tag); next(null, { ok: msg.added }); };
