function B() {}
B.prototype.inherited = function (cb) {
	cb('inherited');
};
function D() {
	this.own = function (cb) {
		cb('own', this.x);
	};
	this.x = 3;
}
D.prototype = new B();
module.exports = function () {
	return new D();
};
