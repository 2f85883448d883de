module.exports = function (app, session, next, say) {
	var left = 7;
	function log(name) {
		return function () {
			say(
				'%s %j',
				name,
				[].slice.call(arguments).map(function (x) {
					return x && x.stack
						? String(x.stack)
								.split('\n')[0]
								.replace(/server \d+ host.*/, 'server')
						: x;
				})
			);
			if (--left === 0) next(null, {});
		};
	}
	var id = app.getServerType() === 'chat' ? app.getServerId() : 'chat-server-2';
	app.rpcInvoke(id, { namespace: 'user', service: 'given', method: 'hi', args: [] }, log('ok'));
	app.rpcInvoke(
		id,
		{ namespace: 'user', service: 'given', method: 'nope', args: [] },
		log('no method')
	);
	app.rpcInvoke(
		id,
		{ namespace: 'user', service: 'nope', method: 'nope', args: [] },
		log('no service')
	);
	app.rpcInvoke(
		id,
		{ namespace: 'zz', service: 'nope', method: 'nope', args: [] },
		log('no namespace')
	);
	app.rpcInvoke(
		id,
		{ namespace: 'user', service: 'plain', method: 'value', args: [] },
		log('not a function')
	);
	app.rpcInvoke(
		id,
		{ namespace: 'user', service: 'modern', method: 'c', args: [1] },
		log('silent')
	);
	app.rpcInvoke(
		id,
		{
			namespace: 'sys',
			service: 'msgRemote',
			method: 'forwardMessage',
			args: [
				{ route: 'chat.run.nope', body: {} },
				{ id: 1, frontendId: 'connector-server-1', uid: null, settings: {} }
			]
		},
		log('forward')
	);
};
