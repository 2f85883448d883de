module.exports = function (app) { return { hi: function (a, cb) { cb(null, a, app.serverId); } }; };
