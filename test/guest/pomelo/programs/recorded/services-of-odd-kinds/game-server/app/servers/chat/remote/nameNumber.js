exports.name = 5; exports.x = function (cb) { cb('five'); };
