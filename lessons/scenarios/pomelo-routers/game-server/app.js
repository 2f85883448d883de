// A desk with three workers behind it. config/router.json names the router: a file of app/routers.
// Try: modulo, random, round-robin, weighted, least-active, consistent-hash, session-affinity.
const pomelo = require('pomelo');
const { router } = require('./config/router.json');
const chosen = require('./app/routers/' + router);

const app = pomelo.createApp();
app.set('name', 'router-collection');

app.configure('production|development', 'desk', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
	app.route('work', chosen.route);
	// Some routers want to hear when a call leaves and when its answer is back.
	if (chosen.filter) app.rpcFilter(chosen.filter);
});

app.start();

process.on('uncaughtException', function (error) {
	console.error(' Caught exception: ' + error.stack);
});
