module.exports = function (app, session, next, say, msg) { say('who %s %s %j', session.id, session.uid, session.settings); next(null, { who: session.uid }, { o: 1 }); };
