// A Pomelo chat with many users over several connectors and chat servers: who hears what.
import { expect, it } from 'vitest';
import { busyChat, busyChatRooms } from '../support/busy-chat.ts';
import { simulate } from '../support/simulate.ts';

it('every message reaches exactly the members of its room, once, and each speaker is heard in order', async () => {
	const size = { users: 30, rooms: 6, messages: 4 };
	const { summary } = await simulate(busyChat(size));
	for (const [, members] of busyChatRooms(size)) {
		const said = members.flatMap((name) =>
			Array.from({ length: size.messages }, (_, index) => `${name} ${String(index + 1)}`)
		);
		for (const name of members) {
			const heard = summary.processes[name]?.stdout ?? [];
			expect(heard.toSorted()).toEqual(said.toSorted());
			for (const speaker of members) {
				const numbers = heard
					.filter((line) => line.startsWith(`${speaker} `))
					.map((line) => Number(line.split(' ')[1]));
				expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
			}
		}
	}
});
