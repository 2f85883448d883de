// A filter: `before` may change a message or stop it, `after` sees what came of it.
const warningsMax = 2;

module.exports = function (badWords) {
	return new Manners(badWords);
};

function Manners(badWords) {
	this.pattern = new RegExp('\\b(' + badWords.join('|') + ')\\b', 'gi');
	this.warnings = {};
}

Manners.prototype.before = function (msg, session, next) {
	const text = msg.text || '';
	const polite = text.replace(this.pattern, '****');
	if (polite !== text) {
		const warnings = (this.warnings[session.uid] || 0) + 1;
		this.warnings[session.uid] = warnings;
		if (warnings > warningsMax) {
			// With an error the handler is not called; the after filters are.
			next(new Error(session.uid + ' was warned ' + warningsMax + ' times'));
			return;
		}
		msg.text = polite;
		// The same session object lives for the whole request: a note for `after`.
		session.__warning__ = warnings;
	}
	next();
};

Manners.prototype.after = function (error, msg, session, response, next) {
	// The error handler has made an answer of the error by now: there is none here.
	if (response && response.code === 403) console.log('stopped: %s', response.why);
	else if (session.__warning__) console.log('warning %d for %s', session.__warning__, session.uid);
	next(error);
};
