module.exports = function (app, session, next, say, msg) { say('plain %s %j %j %s', session.uid, session.settings, msg, session.export().uid); next(null, { plain: 1 }); };
