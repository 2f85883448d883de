var say = require('../../../../lib/say');
module.exports = {
  name: 'renamed',
  hi: function (msg, session, next) { say('obj hi this.name %s args %d', this.name, arguments.length); next(null, { hi: 1 }); }
};
