// What can be asked of a time server. Only `tell` is well behaved.

// Answers.
exports.tell = function (name, cb) {
	console.log('tell: asked by ' + name);
	cb(null, new Date().toISOString());
};

// Takes the call and forgets to call back.
exports.forget = function (name, cb) {
	console.log('forget: asked by ' + name);
};

// Calls back, but later than the gate waits.
exports.dawdle = function (name, cb) {
	console.log('dawdle: asked by ' + name);
	setTimeout(function () {
		console.log('dawdle: answers now');
		cb(null, 'too late');
	}, 3000);
};

// Fails before it answers.
exports.fail = function (name, cb) {
	console.log('fail: asked by ' + name);
	throw new Error('the clock has stopped');
};

// Fails later, in a timer: nobody is there any more to catch it.
exports.failLater = function (name, cb) {
	console.log('failLater: asked by ' + name);
	setTimeout(function () {
		throw new Error('the clock has stopped');
	}, 100);
};

// Wants two arguments before the callback.
exports.tellBoth = function (first, second, cb) {
	console.log('tellBoth: got a ' + typeof first + ', a ' + typeof second + ', a ' + typeof cb);
	cb(null, 'noon');
};

// Says that it could not, and gives what it has.
exports.complain = function (name, cb) {
	console.log('complain: asked by ' + name);
	cb(new Error('the clock is slow'), 'about noon');
};
