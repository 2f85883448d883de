// Tables 0, 2, 4, ... stand on the first table server, the others on the second. The route parameter is the table's number.
exports.table = function (tableNumber, msg, app, cb) {
	const servers = app.getServersByType('table');
	cb(null, servers[tableNumber % servers.length].id);
};
