// A component is something with a life cycle that a server carries. This one counts visitors, on the connectors only.
const pomelo = require('pomelo');
const visitors = require('./app/components/visitors');

const app = pomelo.createApp();
app.set('name', 'guest-book');

app.configure('production|development', 'connector', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
	// The factory runs now; `start` and `afterStart` run later, in the order components were loaded.
	app.load(visitors, { reportEveryMs: 400 });
});

app.start(function () {
	console.log('%s: the start callback', app.getServerId());
});
