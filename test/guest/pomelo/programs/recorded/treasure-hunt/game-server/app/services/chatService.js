module.exports = function ChatService(app) { this.app = app; this.uidMap = {}; };
module.exports.prototype.push = function (uid, sid, text, cb) { this.app.get('channelService').pushMessageByUids({ route: 'onChat', text: text }, [{ uid: uid, sid: sid }], cb); };
