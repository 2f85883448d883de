module.exports = require('../../chat/handler/plain');
