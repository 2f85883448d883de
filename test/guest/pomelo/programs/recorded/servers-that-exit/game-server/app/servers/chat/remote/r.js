module.exports = function (app) { return { bye: function (cb) { cb('bye'); process.exit(7); } }; };
