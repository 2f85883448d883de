var say = require('../../../../lib/say');
module.exports = function (app) { return { go: function (m, s, n) { var r = app.rpc.chat; say('remotes %j', Object.keys(r).map(function (k) { return k + ':' + Object.keys(r[k]); })); r['a.b'].x(null, function (v) { say('a.b %j', v); r[5].x(null, function (v) { say('5 %j', v); r.arr[0](null, function (v) { say('arr %j', v); n(null, {}); }); }); }); } }; };
