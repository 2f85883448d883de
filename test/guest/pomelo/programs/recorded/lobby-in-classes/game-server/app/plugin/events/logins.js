module.exports = function (app) {
	this.bind_session = function (session) {
		app.scores.points += 1;
		console.log(`[x] ${session.uid} is in, ${app.scores.points}`);
	};
	this.close_session = function (session) {
		console.log(`[x] ${session.uid} is out`);
	};
};
