module.exports = function (app, session, next, say) {
	var left = 8;
	function log(name) {
		return function () {
			say('%s %j', name, [].slice.call(arguments));
			if (--left === 0) next(null, {});
		};
	}
	var r = app.rpc.chat.r;
	r.echo(1, undefined, null, NaN, Infinity, -0, log('odd'));
	r.echo(1, function () {}, Symbol('x'), log('fn'));
	r.echo(1, new Date(0), /x/g, new Map([[1, 2]]), new Set([1]), log('objects'));
	r.echo(
		1,
		{
			toJSON: function () {
				return 'json';
			}
		},
		[, 1],
		log('toJSON')
	);
	r.echo(1, 'ünï\u2028☃\ud83d\ude00', '', log('text'));
	r.echo(1, { __proto__: { a: 1 }, b: undefined, c: function () {} }, log('proto'));
	r.many(1, 3, log('many'));
	r.echo('only', log('none'));
};
