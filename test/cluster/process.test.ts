import { describe, expect, it } from 'vitest';
import { machines, startData, type Script } from '../support/machines.ts';

const quiet: Script = () => [];

describe('a process', () => {
	it('runs its main file, winds up when nothing is left, and exits with 0', () => {
		const { run, got, process } = machines({ a: quiet });
		run();
		expect(got('a')).toEqual(['main', 'drain']);
		expect(process('a')).toMatchObject({ status: 'exited', exit: { code: 0, reason: null } });
	});

	it('stays while a timer is armed, and not for one that was unreferenced', () => {
		const { run, got, deliveries } = machines({
			a: ([word]) => (word === 'main' ? [['timer', 1, 20, false]] : []),
			b: ([word]) =>
				word === 'main'
					? [
							['timer', 1, 20, false],
							['reftimer', 1, false]
						]
					: []
		});
		run();
		expect(got('a')).toEqual(['main', 'timer', 'drain']);
		expect(deliveries.find(({ delivery }) => delivery[0] === 'timer')?.at).toBe(20_000);
		expect(got('b')).toEqual(['main', 'drain']);
	});

	it('repeats an interval from the start of its callback, one at a time however slow it is', () => {
		let count = 0;
		const { run, deliveries } = machines({
			a: ([word]) => {
				if (word === 'main') return [['timer', 1, 10, true]];
				if (word !== 'timer') return [];
				count += 1;
				const ops = count === 4 ? [['cleartimer', 1] as const] : [];
				return { polls: count === 2 ? 250 : 0, ops };
			}
		});
		run();
		const turns = deliveries.filter(({ delivery }) => delivery[0] === 'timer');
		expect(turns.map(({ at }) => at / 1000)).toEqual([10, 20, 45, 55]);
	});

	it('forgets a timer that was cleared while it was due and waiting', () => {
		const { run, got, process } = machines({
			a: ([word, timer]) => {
				if (word === 'main') {
					return [
						['timer', 1, 1, false],
						['timer', 2, 2, false]
					];
				}
				return timer === 1 ? { polls: 50, ops: [['cleartimer', 2]] } : [];
			}
		});
		run();
		expect(got('a')).toEqual(['main', 'timer', 'drain']);
		expect(process('a')).toMatchObject({ aliveCount: 0, status: 'exited' });
	});

	it('may come back to life while winding up', () => {
		let drained = 0;
		const { run, got } = machines({
			a: ([word]) => {
				if (word === 'drain' && drained++ === 0) return [['timer', 1, 5, false]];
				return [];
			}
		});
		run();
		expect(got('a')).toEqual(['main', 'drain', 'timer', 'drain']);
	});

	it('lets deliveries wait in order while it is busy, and what it asked for happens when the turn ends', () => {
		const { run, deliveries, events } = machines({
			a: ([word]) => {
				if (word === 'main') {
					return [
						['timer', 1, 1, false],
						['timer', 2, 2, false]
					];
				}
				return word === 'timer' ? { polls: 50, ops: [['print', 'stdout', 'done']] } : [];
			}
		});
		run();
		const turns = deliveries.filter(({ delivery }) => delivery[0] === 'timer');
		expect(turns.map(({ at }) => at)).toEqual([1000, 6000]);
		const printed = events.filter(({ kind }) => kind === 'process.output');
		expect(printed.map(({ at }) => at)).toEqual([6000, 11_000]);
	});

	it('runs immediates after everything that is due at the instant', () => {
		const { run, got } = machines({
			a: ([word]) => (word === 'main' ? [['immediate']] : [])
		});
		run();
		expect(got('a')).toEqual(['main', 'immediates', 'drain']);
	});

	it('does nothing after it has ended itself, in that turn or later', () => {
		const { run, got, events, process } = machines({
			a: ([word]) =>
				word === 'main'
					? [
							['timer', 1, 5, false],
							['exit', 3],
							['print', 'stdout', 'never']
						]
					: []
		});
		run();
		expect(got('a')).toEqual(['main']);
		expect(events.some(({ kind }) => kind === 'process.output')).toBe(false);
		expect(process('a').exit).toEqual({ code: 3, reason: null });
	});

	it('is gone at once when killed in the middle of a turn, and can start again', () => {
		const { run, system, process, events } = machines({
			a: () => ({ polls: 100, ops: [['print', 'stdout', 'never']] })
		});
		system.tellAt(500, 'process:a', 'process.killed', {}, -1);
		run();
		expect(process('a')).toMatchObject({
			status: 'killed',
			exit: { code: null, reason: 'killed' }
		});
		expect(events.some(({ kind }) => kind === 'turn.ended')).toBe(false);
		system.tell('process:a', 'process.started', startData, -1);
		run();
		expect(process('a')).toMatchObject({ life: 2, status: 'exited' });
	});
});

/** Listens on port 80 and echoes. */
const echo: Script = ([word, socket, payload]) => {
	if (word === 'main') return [['listen', 'localhost', 80, 'test']];
	return word === 'data' ? [['send', socket, payload]] : [];
};

describe('sockets between processes', () => {
	it('open after a round trip and carry data both ways', () => {
		const { run, deliveries, got } = machines({
			server: echo,
			client: ([word, socket]) => {
				if (word === 'main') return [['connect', 1, 'localhost', 80, 'test']];
				if (word === 'connected') return [['send', socket, ['hello']]];
				return word === 'data' ? [['close', socket]] : [];
			}
		});
		run();
		expect(got('server')).toEqual(['main', 'accepted', 'data', 'closed']);
		const client = deliveries.filter(({ process }) => process === 'client');
		expect(client.map(({ at, delivery }) => [at, delivery[0]])).toEqual([
			[0, 'main'],
			[2000, 'connected'],
			[4000, 'data'],
			[4000, 'drain']
		]);
	});

	it('lose what a Pomelo server sends in the turn it ends in, and nobody else loses it', () => {
		const lastWords: Script = ([word, socket]) => {
			if (word === 'main') return [['connect', 1, 'localhost', 80, 'test']];
			if (word === 'connected')
				return [
					['send', socket, ['first']],
					['timer', 1, 5, false]
				];
			return word === 'timer'
				? [
						['send', 1, ['last']],
						['exit', 3]
					]
				: [];
		};
		const { run, deliveries } = machines(
			{ server: echo, chat: lastWords, plain: lastWords },
			{ chat: 'chat' }
		);
		run();
		const heard = deliveries.filter(
			({ process, delivery }) => process === 'server' && delivery[0] === 'data'
		);
		expect(heard.map(({ delivery }) => delivery[2])).toEqual([['first'], ['first'], ['last']]);
	});

	it('are refused where nobody listens, and for hosts nobody knows', () => {
		const { run, deliveries } = machines({
			client: ([word]) =>
				word === 'main'
					? [
							['connect', 1, 'localhost', 81, 'test'],
							['connect', 2, 'example.org', 80, 'test']
						]
					: []
		});
		run();
		const refused = deliveries.filter(({ delivery }) => delivery[0] === 'refused');
		expect(refused.map(({ delivery }) => delivery.slice(1))).toEqual([
			[2, 'ENOTFOUND'],
			[1, 'ECONNREFUSED']
		]);
	});

	it('end behind the data when a process is killed, and free its port', () => {
		const { run, system, got } = machines({
			server: echo,
			client: ([word]) => (word === 'main' ? [['connect', 1, 'localhost', 80, 'test']] : []),
			late: ([word]) => {
				if (word === 'main') return [['timer', 1, 50, false]];
				return word === 'timer' ? [['connect', 1, 'localhost', 80, 'test']] : [];
			}
		});
		system.tellAt(10_000, 'process:server', 'process.killed', {}, -1);
		run();
		expect(got('client')).toEqual(['main', 'connected', 'closed', 'drain']);
		expect(got('late')).toEqual(['main', 'timer', 'refused', 'drain']);
	});
});
