module.exports = require('../../connector/handler/h');
