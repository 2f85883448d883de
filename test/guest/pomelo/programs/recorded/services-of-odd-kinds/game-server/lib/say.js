var util = require('util');
module.exports = function say() {
  console.log('[x] ' + util.format.apply(null, arguments));
};
