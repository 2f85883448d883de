var say = require('../../../../lib/say');
module.exports = function (app) {
  return {
    go: function (msg, session, next) {
      say('-- %s', msg.p);
      require('../../../../probes/' + msg.p)(app, session, next, say, msg);
    }
  };
};
