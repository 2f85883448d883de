// Sessions on the frontend: binding, pushing, finding by user, closing and kicking.
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionService } from '../../../src/guest/pomelo/session-service.ts';
import type { Session } from '../../../src/guest/pomelo/session.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

// Outside a guest sessions are emitters of Node.js.
vi.mock('../../../src/guest/node/events.ts', () => import('node:events'));

let machine: FakeMachine;
let platform: FakePlatform;
let service: SessionService;

/** A connection that remembers what was asked of it. */
class FakeConnection extends EventEmitter {
	readonly remoteAddress = { ip: 'alice', port: 1 };
	readonly sent: unknown[] = [];
	isOpen = true;

	send(msg: unknown): void {
		this.sent.push(msg);
	}

	disconnect(): void {
		this.isOpen = false;
	}
}

beforeEach(() => {
	machine = new FakeMachine();
	platform = fakePlatform(machine, 'connector-server-1');
	service = new SessionService(platform, undefined);
});

function connect(id: number): { session: Session; connection: FakeConnection } {
	const connection = new FakeConnection();
	return { session: service.create(id, 'connector-server-1', connection), connection };
}

describe('binding a session', () => {
	it('shows at once in the service, and in the copy when the callback runs', () => {
		const { session } = connect(1);
		const copy = session.toFrontendSession();
		const seen: unknown[] = [];
		copy.bind('alice', (err: unknown) => seen.push(err, copy.uid));
		expect(service.getByUid('alice')).toEqual([session]);
		expect(copy.uid).toBeNull();
		machine.advance(1);
		expect(seen).toEqual([undefined, 'alice']);
	});

	it('allows the same uid again and refuses another', () => {
		const { session } = connect(1);
		const copy = session.toFrontendSession();
		const errors: unknown[] = [];
		copy.bind('alice');
		copy.bind('alice', (err: unknown) => errors.push(err));
		expect(errors).toEqual([undefined]);
		copy.bind('bob', (err: unknown) => errors.push(err));
		machine.advance(1);
		expect(errors[1]).toEqual(new Error('session has already bind with alice'));
		expect(copy.uid).toBe('alice');
	});

	it('keeps several sessions of one user, unless only one is allowed', () => {
		connect(1).session.toFrontendSession().bind('alice');
		connect(2).session.toFrontendSession().bind('alice');
		expect(service.getByUid('alice')?.map((each) => each.id)).toEqual([1, 2]);
		service = new SessionService(platform, { singleSession: true });
		connect(1).session.toFrontendSession().bind('alice');
		const errors: unknown[] = [];
		connect(2)
			.session.toFrontendSession()
			.bind('alice', (err: unknown) => errors.push(err));
		machine.advance(1);
		expect(String(errors[0])).toContain('singleSession is enabled');
	});

	it('unbinds only the uid that is bound', () => {
		const { session } = connect(1);
		const copy = session.toFrontendSession();
		const errors: unknown[] = [];
		copy.bind('alice');
		copy.unbind('bob', (err: unknown) => errors.push(err));
		machine.advance(1);
		expect(errors).toEqual([new Error('session has not bind with alice')]);
		copy.unbind('alice');
		expect(service.getByUid('alice')).toBeUndefined();
		expect(session.uid).toBeNull();
	});
});

describe('values of a session', () => {
	it('stay with the copy until they are pushed', () => {
		const { session } = connect(1);
		const first = session.toFrontendSession();
		first.set('room', 'lobby');
		expect(session.toFrontendSession().get('room')).toBeUndefined();
		let pushes = 0;
		first.push('room', () => {
			pushes += 1;
		});
		expect(pushes).toBe(1);
		expect(session.toFrontendSession().get('room')).toBe('lobby');
	});

	it('are exported with id, frontend and uid, and nothing else', () => {
		const { session } = connect(1);
		session.set('room', 'lobby');
		expect(session.toFrontendSession().export()).toEqual({
			id: 1,
			frontendId: 'connector-server-1',
			uid: null,
			settings: { room: 'lobby' }
		});
	});
});

describe('the end of a session', () => {
	it('reaches listeners of a copy with the reason; the connection closes on the next tick', () => {
		const { session, connection } = connect(1);
		const copy = session.toFrontendSession();
		copy.bind('alice');
		const heard: unknown[] = [];
		copy.on('closed', (closed, reason) => {
			heard.push((closed as { uid: unknown }).uid, reason, service.getByUid('alice'));
		});
		service.kick('alice', 'too loud');
		expect(heard).toEqual(['alice', 'too loud', undefined]);
		expect(connection.isOpen).toBe(true);
		machine.advance(1);
		expect(connection.isOpen).toBe(false);
		session.closed('again');
		expect(heard).toHaveLength(3);
	});

	it('without a reason is a kick called kick, for all sessions of the user', () => {
		const reasons: unknown[] = [];
		for (const id of [1, 2]) {
			const { session, connection } = connect(id);
			session.toFrontendSession().bind('alice');
			connection.on('closing', (reason) => reasons.push(reason));
		}
		let isDone = false;
		service.kick('alice', () => {
			isDone = true;
		});
		machine.advance(1);
		expect(reasons).toEqual(['kick', 'kick']);
		expect(isDone).toBe(true);
		expect(service.getSessionsCount()).toBe(0);
	});
});

describe("listening on a request's copy of a session", () => {
	it('reaches the session behind it with on and once, not with addListener', () => {
		const { session } = connect(1);
		const copy = session.toFrontendSession();
		const heard: string[] = [];
		copy.on('bind', () => heard.push('on'));
		copy.once('bind', () => heard.push('once'));
		copy.addListener('bind', () => heard.push('addListener'));
		session.bind('alice');
		session.bind('alice');
		expect(heard).toEqual(['on', 'once', 'on']);
	});

	it('gives nothing to go on with', () => {
		const { session } = connect(1);
		const copy = session.toFrontendSession() as { on: (...args: unknown[]) => unknown };
		expect(copy.on('closed', () => undefined)).toBeUndefined();
	});
});
