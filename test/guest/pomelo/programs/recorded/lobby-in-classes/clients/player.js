// player <name> <command>...
const pomelo = require('pomelo-jsclient-websocket');
const [name, ...commands] = process.argv.slice(2);
for (const route of ['onInvite', 'onEnter', 'onSay', 'onKick', 'disconnect']) {
	pomelo.on(route, (data) =>
		console.log(`[x] ${route} ${route === 'disconnect' ? '' : JSON.stringify(data)}`)
	);
}
const request = (route, msg) => new Promise((resolve) => pomelo.request(route, msg, resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

pomelo.init(
	{ host: '127.0.0.1', port: name === 'ann' && commands[0] !== 'watch' ? 25204 : 25202 },
	async () => {
		console.log('[x] login %j', await request('connector.entryHandler.login', { name }));
		for (const command of commands) {
			const [what, ...rest] = command.split(':');
			await pause(400);
			const answer =
				what === 'join'
					? await request('connector.roomHandler.join', { room: rest[0] })
					: what === 'invite'
						? await request('lobby.lobbyHandler.invite', { who: rest[0], room: rest[1] })
						: what === 'say'
							? await request('room.roomHandler.say', { text: rest[1] })
							: what === 'leave'
								? await request('room.roomHandler.leave', {})
								: what === 'rooms'
									? await request('lobby.lobbyHandler.rooms', {})
									: what === 'broken'
										? await Promise.race([request('lobby.lobbyHandler.broken', {}), pause(300)])
										: null;
			if (answer !== null) console.log(`[x] ${command} %j`, answer);
			if (what === 'quit') pomelo.disconnect();
		}
	}
);
