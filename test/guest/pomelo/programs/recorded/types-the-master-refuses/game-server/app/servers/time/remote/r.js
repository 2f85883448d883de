module.exports = function (app) { return { hi: function (cb) { cb('hi'); } }; };
