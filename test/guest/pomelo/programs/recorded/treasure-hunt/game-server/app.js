var pomelo = require('pomelo');
var area = require('./app/models/area');
var dataApi = require('./app/util/dataApi');
var routeUtil = require('./app/util/routeUtil');
var ChatService = require('./app/services/chatService');
var say = require('./lib/say');
var app = pomelo.createApp();
app.set('name', 'treasures');
app.configure('production|development', function () {
  app.loadConfig('treasure', app.getBase() + '/../shared/config/treasure.json');
  app.loadConfigBaseApp('extra', '/config/extra.json');
  app.before(pomelo.filters.toobusy());
  app.enable('systemMonitor');
});
app.disable('systemMonitor');
app.configure('production|development', 'area', function () {
  var areaId = parseInt(app.get('curServer').id.split('-')[2], 10);
  area.init(dataApi.area.findById(areaId), app.get('treasure'));
  app.areaManager = area;
  app.before(require('./app/filters/playerFilter')());
});
app.configure('production|development', 'connector|gate', function () {
  app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector, heartbeat: 100, useDict: true, useProtobuf: true, handshake: function (msg, cb) { cb(null, {}); } });
});
app.configure('production|development', 'connector|area', function () { app.set('chatService', new ChatService(app)); });
app.route('area', routeUtil.area).route('connector', routeUtil.connector);
app.configure('production|development', 'master', function () { say('master knows %j', Object.keys(app.getServersFromConfig())); });
app.start(function () { if (app.getServerType() === 'area') area.run(); });
process.on('uncaughtException', function (err) { say('Caught exception: %s', String(err.stack).split('\n')[0]); });
