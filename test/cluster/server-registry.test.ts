// Membership as the other servers see it: join order, departures, start-all, the master's death.
import { describe, expect, it } from 'vitest';
import type { Effect } from '#kernel';
import type { ActorId, Payload, Recorded } from '#kernel/events';
import {
	registryStep,
	type RegistryEvent,
	type RegistryState
} from '../../src/cluster/server-registry.ts';

const self: ActorId = 'registry:master-server-1';

/** Feeds events to the registry and keeps the frames it sent, by monitor. */
class Conversation {
	state: RegistryState | undefined = undefined;
	effects: Effect[] = [];
	#seq = 0;

	say(event: RegistryEvent): readonly Effect[] {
		const recorded = {
			seq: this.#seq++,
			at: 0,
			actor: self,
			cause: -1,
			...event
		} as Recorded<RegistryEvent>;
		const step = registryStep(this.state, recorded);
		this.state = step.state;
		this.effects.push(...step.effects);
		return step.effects;
	}

	join(
		socket: number,
		serverId: string,
		serverType: string,
		wishes: object = {}
	): readonly Effect[] {
		this.say({
			kind: 'registry.accepted',
			data: { socket, linkOut: linkTo(socket), peer: serverId }
		});
		const info = JSON.stringify({ id: serverId, ...wishes });
		return this.say({ kind: 'registry.registered', data: { socket, serverId, serverType, info } });
	}
}

function linkTo(socket: number): ActorId {
	return `link:${String(socket)}/registry`;
}

function framesTo(effects: readonly Effect[], socket: number): Payload[] {
	const frames: Payload[] = [];
	for (const effect of effects) {
		if (effect.type === 'tell' && effect.to === linkTo(socket) && effect.kind === 'link.sent') {
			frames.push((effect.data as { payload: Payload }).payload);
		}
	}
	return frames;
}

function restartsIn(effects: readonly Effect[]): Extract<Effect, { type: 'after' }>[] {
	return effects.filter((effect) => effect.type === 'after');
}

function cluster(): Conversation {
	const talk = new Conversation();
	talk.join(1, 'master-server-1', 'master');
	talk.say({ kind: 'registry.expected', data: { socket: 1, serverIds: ['gate-1', 'time-1'] } });
	talk.join(2, 'gate-1', 'gate');
	talk.join(3, 'time-1', 'time');
	return talk;
}

describe('the server registry', () => {
	it('gives a newcomer the list in registration order, without the master, and tells the others', () => {
		const talk = new Conversation();
		talk.join(1, 'master-server-1', 'master');
		talk.join(2, 'gate-1', 'gate');
		const effects = talk.join(3, 'time-1', 'time');
		expect(framesTo(effects, 3)).toEqual([['list', '{"id":"gate-1"}', '{"id":"time-1"}']]);
		expect(framesTo(effects, 2)).toEqual([['add', '{"id":"time-1"}']]);
	});

	it('puts a server that comes back at the end of the list', () => {
		const talk = cluster();
		const left = talk.say({ kind: 'registry.lost', data: { socket: 2, why: 'killed' } });
		expect(framesTo(left, 3)).toEqual([['remove', 'gate-1']]);
		talk.join(4, 'gate-1', 'gate');
		expect(talk.state?.monitors.map((monitor) => monitor.serverId)).toEqual([
			'master-server-1',
			'time-1',
			'gate-1'
		]);
	});

	it('has a lost server started again after three seconds, if its entry says so and nobody was faster', () => {
		const talk = cluster();
		talk.join(4, 'time-2', 'time', { 'auto-restart': 'true' });
		talk.join(5, 'time-3', 'time', { 'auto-restart': 'false' });
		expect(
			restartsIn(talk.say({ kind: 'registry.lost', data: { socket: 5, why: 'killed' } }))
		).toEqual([]);
		const effects = talk.say({ kind: 'registry.lost', data: { socket: 4, why: 'killed' } });
		const data = { serverId: 'time-2', isForced: false };
		const [later] = restartsIn(effects);
		expect(later).toMatchObject({ delayUs: 3_000_000, to: self, data });
		expect(talk.say({ kind: 'registry.restart-due', data })).toEqual([
			{ type: 'perform', what: 'restart', data }
		]);
		const back = talk.join(6, 'time-2', 'time');
		expect(back).toContainEqual({ type: 'cancel', key: later?.key });
	});

	it('announces start-all once, when the master and every configured server have started', () => {
		const talk = cluster();
		talk.say({ kind: 'registry.started', data: { socket: 1, serverId: 'master-server-1' } });
		talk.say({ kind: 'registry.started', data: { socket: 2, serverId: 'gate-1' } });
		expect(talk.state?.isUp).toBe(false);
		const effects = talk.say({ kind: 'registry.started', data: { socket: 3, serverId: 'time-1' } });
		expect(effects).toEqual([
			{ type: 'tell', to: self, kind: 'registry.all-started', data: { servers: 2 } }
		]);
		const up = talk.say({ kind: 'registry.all-started', data: { servers: 2 } });
		expect(framesTo(up, 1)).toEqual([['start-all']]);
		expect(framesTo(up, 3)).toEqual([['start-all']]);
		const again = talk.say({ kind: 'registry.started', data: { socket: 3, serverId: 'time-1' } });
		expect(again).toEqual([]);
	});

	it('carries admin messages to the master, to all, to a type and to one server, and answers back', () => {
		const talk = cluster();
		const message = { moduleId: 'count', requestId: 0, body: '1' };
		const up = talk.say({ kind: 'registry.admin', data: { socket: 2, to: '@master', ...message } });
		expect(framesTo(up, 1)).toEqual([['admin-master', 'gate-1', 'count', 0, '1']]);
		const all = talk.say({ kind: 'registry.admin', data: { socket: 1, to: '@all', ...message } });
		expect([1, 2, 3].map((socket) => framesTo(all, socket).length)).toEqual([1, 1, 1]);
		const type = talk.say({
			kind: 'registry.admin',
			data: { socket: 1, to: '@type:time', ...message }
		});
		expect([1, 2, 3].map((socket) => framesTo(type, socket).length)).toEqual([0, 0, 1]);
		const reply = talk.say({
			kind: 'registry.admin-reply',
			data: { socket: 3, to: 'master-server-1', requestId: 7, body: '"yes"' }
		});
		expect(framesTo(reply, 1)).toEqual([['admin-reply', 'time-1', 7, '"yes"']]);
	});

	it('lets a server of a lost master join anew: it hears what is known, the others hear of it', () => {
		const talk = new Conversation();
		talk.join(1, 'master-server-1', 'master');
		talk.join(2, 'gate-1', 'gate');
		talk.say({
			kind: 'registry.accepted',
			data: { socket: 3, linkOut: linkTo(3), peer: 'time-1' }
		});
		const again = { socket: 3, serverId: 'time-1', serverType: 'time', info: '{"id":"time-1"}' };
		const effects = talk.say({ kind: 'registry.rejoined', data: again });
		const list = ['replace', '{"id":"gate-1"}', '{"id":"time-1"}'];
		expect(framesTo(effects, 3)).toEqual([list, list]);
		expect(framesTo(effects, 2)).toEqual([['add', '{"id":"time-1"}']]);
		expect(framesTo(effects, 1)).toHaveLength(2);
		expect(talk.say({ kind: 'registry.rejoined', data: again })).toEqual([]);
	});

	it('answers a greeting before it knows who greets', () => {
		const talk = cluster();
		talk.say({ kind: 'registry.accepted', data: { socket: 9, linkOut: linkTo(9), peer: 'new' } });
		const effects = talk.say({ kind: 'registry.greeted', data: { socket: 9 } });
		expect(framesTo(effects, 9)).toEqual([['welcome']]);
	});

	it('is gone with its master: the servers are cut off and hear of no later death', () => {
		const talk = cluster();
		const effects = talk.say({ kind: 'registry.lost', data: { socket: 1, why: 'killed' } });
		expect(effects[0]).toEqual({ type: 'cancel', key: '*' });
		expect(effects.slice(1).map((effect) => effect.type === 'tell' && effect.kind)).toEqual([
			'link.closing',
			'link.closing'
		]);
		expect(talk.state).toBeUndefined();
		expect(talk.say({ kind: 'registry.lost', data: { socket: 2, why: 'killed' } })).toEqual([]);
	});
});
