const pomelo = require('pomelo');
const { roomRouter } = require('./app/domain/router');

const app = pomelo.createApp();
app.set('name', 'lobby');
app.set('proxyConfig', { timeout: 3000, bufferMsg: true, interval: 20 });
app.set('remoteConfig', { bufferMsg: true, interval: 20 });
app.configure('production|development', 'connector', () => {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
	app.set('sessionConfig', { singleSession: true });
});
app.configure('all', 'lobby|room', () => {
	app.filter(pomelo.filters.serial());
	app.set('errorHandler', (err, msg, resp, session, next) => {
		console.log(`[x] error in ${msg.__route__}: ${err.message}`);
		next(null, { ...resp, code: 520, reason: err.message });
	});
});
app.route('room', roomRouter);
app.use(
	{ components: __dirname + '/app/plugin/components', events: __dirname + '/app/plugin/events' },
	{ scores: { start: 100 } }
);
app.start((err) => {
	if (err) console.log('[x] start failed', err.message);
});
process.on('uncaughtException', (err) => console.log('[x] uncaught ' + err.message));
