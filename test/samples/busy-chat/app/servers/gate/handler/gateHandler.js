// Sends each user to one of the connectors, by name.
module.exports = (app) => ({
	queryEntry(msg, session, next) {
		const connector = app.get('pick')(msg.name, app.getServersByType('connector'));
		next(null, { host: connector.host, port: connector.clientPort });
	}
});
