// The module os: one fixed simulated machine.

import { processFacts } from '../runtime/process-start.ts';
import { hostNowUs } from '../runtime/host.ts';

const gigabyte = 1_073_741_824;

export const os = {
	EOL: '\n',
	arch: () => 'x64',
	availableParallelism: () => 1,
	constants: { signals: { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 } },
	cpus: () => [
		{ model: 'Roundtrip', speed: 1000, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } }
	],
	devNull: '/dev/null',
	endianness: () => 'LE',
	freemem: () => gigabyte,
	homedir: () => '/app',
	hostname: () => processFacts()?.hostname ?? 'localhost',
	loadavg: () => [0, 0, 0],
	machine: () => 'x86_64',
	networkInterfaces: () => ({}),
	platform: () => 'linux',
	release: () => '6.1.0',
	tmpdir: () => '/tmp',
	totalmem: () => 2 * gigabyte,
	type: () => 'Linux',
	uptime: () => hostNowUs() / 1e6,
	userInfo: () => ({
		uid: 1000,
		gid: 1000,
		username: 'node',
		homedir: '/app',
		shell: '/bin/sh'
	}),
	version: () => '#1 SMP'
};
