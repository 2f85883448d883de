exports.promised = (call) =>
	new Promise((resolve, reject) =>
		call((err, ...values) =>
			err
				? reject(err instanceof Error ? err : new Error(String(err.stack || err).split('\n')[0]))
				: resolve(values)
		)
	);
