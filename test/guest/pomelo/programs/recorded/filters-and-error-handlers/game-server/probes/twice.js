module.exports = require('./ok');
