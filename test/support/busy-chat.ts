// A Pomelo chat with many users: three connectors, three chat servers, rooms shared out over them.
import { readFileSync } from 'node:fs';
import type { Scenario } from '#scenario';

const sample = new URL('../samples/busy-chat/', import.meta.url);
const paths = [
	'app.js',
	'app/servers/gate/handler/gateHandler.js',
	'app/servers/connector/handler/entryHandler.js',
	'app/servers/chat/handler/talkHandler.js',
	'app/servers/chat/remote/roomRemote.js',
	'config/master.json',
	'config/servers.json'
];

/** How much a busy chat does. */
export interface BusyChat {
	readonly users: number;
	readonly rooms: number;
	/** Messages each user sends, one after the other is answered. */
	readonly messages: number;
}

/** Who is in which room: `user-1` to `user-n`, dealt out to `room-1` to `room-m` in turn. */
export function busyChatRooms({ users, rooms }: BusyChat): ReadonlyMap<string, readonly string[]> {
	const members = new Map<string, string[]>();
	for (let user = 0; user < users; user++) {
		const room = `room-${String((user % rooms) + 1)}`;
		members.set(room, [...(members.get(room) ?? []), `user-${String(user + 1)}`]);
	}
	return members;
}

/** The scenario: users arrive one after the other and begin to talk when all are in. */
export function busyChat(size: BusyChat, folder: URL = sample): Scenario {
	const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
	const files = Object.fromEntries(paths.map((path) => [`game-server/${path}`, read(path)]));
	const talkAt = size.users * 5 + 1000;
	const processes = [...busyChatRooms(size)].flatMap(([room, names]) =>
		names.map((name) => {
			const startAt = 5 * Number(name.slice('user-'.length));
			const args = [name, room, String(size.messages), String(talkAt - startAt)];
			return { name, file: 'clients/user.js', args, startAt, role: 'client' as const };
		})
	);
	return {
		version: 1,
		files: { ...files, 'clients/user.js': read('clients/user.js') },
		pomelo: { dir: 'game-server', env: 'development' },
		processes,
		links: { latencyMs: 2 },
		durationMs: talkAt + 5000
	};
}
