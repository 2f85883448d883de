module.exports = [function (cb) { cb('index'); }];
