// A chat whose messages pass a filter before the handler sees them. The filter runs where the handler runs.
const pomelo = require('pomelo');
const manners = require('./app/filters/manners');

const app = pomelo.createApp();
app.set('name', 'polite-chat');

app.configure('production|development', 'connector', function () {
	app.set('connectorConfig', { connector: pomelo.connectors.hybridconnector });
});

app.configure('production|development', 'chat', function () {
	app.filter(manners(['darn', 'heck']));
	// What a filter or a handler passes to `next` as an error ends up here, and the client gets what this answers.
	app.set('errorHandler', function (error, msg, response, session, cb) {
		cb(null, { code: 403, why: error.message });
	});
});

app.start();
