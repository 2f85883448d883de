// The logger that applications share with the framework.
import { beforeEach, expect, it } from 'vitest';
import { createLoggerModule } from '../../../src/guest/pomelo/pomelo-logger.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

type Log = Record<string, (...args: unknown[]) => unknown>;

let platform: FakePlatform;
let logger: { getLogger: (...names: unknown[]) => Log; configure: (config: unknown) => void };

beforeEach(() => {
	platform = fakePlatform(new FakeMachine(), 'gate-server-1');
	logger = createLoggerModule(platform) as unknown as typeof logger;
});

it('writes level, category, prefix and the formatted text', () => {
	logger.getLogger('chat').info?.('%s joined %j', 'alice', { room: 1 });
	logger.getLogger('chat', 'a.js', 7).error?.('gone');
	expect(platform.logLines).toEqual([
		'[INFO] chat - alice joined {"room":1}',
		'[ERROR] chat - [a.js] [7] gone'
	]);
});

it('leaves out what is below the level of its category', () => {
	logger.configure({ levels: { '[all]': 'WARN', chat: 'DEBUG' } });
	logger.getLogger('rpc').info?.('not written');
	logger.getLogger('chat').debug?.('written');
	const quiet = logger.getLogger('quiet');
	quiet.setLevel?.('OFF');
	quiet.fatal?.('not written');
	expect(platform.logLines).toEqual(['[DEBUG] chat - written']);
	expect(logger.getLogger('rpc').isInfoEnabled?.()).toBe(false);
});
