module.exports = { OK: 200, FAIL: 500, ENTRY: { NO_TOKEN: 1001 } };
