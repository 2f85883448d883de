exports.x = function (cb) { cb('dotted'); };
