// The RabbitMQ to compare with: the one at AMQP_URL, one that listens on this machine, or one started for the purpose
// (after installing Debian's package, where we may). Each worker gets a virtual host of its own where we may make some.
import { spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';

const port = 5672;
const startMsMax = 60_000;

/** A RabbitMQ that answers. */
export interface RealBroker {
	/** Where to connect, one URL for each virtual host that may be used at the same time. */
	readonly urls: readonly string[];
	/** Whether rabbitmqctl commands it, so that it can be emptied. */
	readonly isOurs: boolean;
	/** Stops it when we started it. */
	stop(): void;
}

/** Finds or starts a RabbitMQ. Throws an Error that says what is missing. */
export async function realBroker(concurrency: number): Promise<RealBroker> {
	const url = process.env['AMQP_URL'];
	const nobody = () => undefined;
	if (url !== undefined && url !== '') return { urls: [url], isOurs: false, stop: nobody };
	const isStarted = !(await isListening());
	if (isStarted) {
		install();
		await start();
	}
	if (!isCommanded()) return { urls: ['amqp://localhost'], isOurs: false, stop: nobody };
	const names = await virtualHosts(concurrency);
	const stop = () => {
		if (isStarted) rabbitmqctl(['stop']);
		else
			rabbitmqctl([
				'eval',
				`${names.map((name) => `rabbit_vhost:delete(<<"${name}">>, <<>>)`).join(', ')}.`
			]);
	};
	return { urls: names.map((name) => `amqp://localhost/${name}`), isOurs: true, stop };
}

/** Takes every queue, binding and exchange of the virtual host / away. */
export function emptyDefaultVirtualHost(): void {
	const vhost = '<<"/">>';
	const user = '<<"roundtrip">>';
	const done = rabbitmqctl([
		'eval',
		`[rabbit_amqqueue:delete(Q, false, false, ${user}) || Q <- rabbit_amqqueue:list(${vhost})],
		[rabbit_exchange:delete(element(2, X), false, ${user}) || X <- rabbit_exchange:list(${vhost}),
			nomatch =:= re:run(element(4, element(2, X)), <<"^(amq\\\\..*)?$">>)],
		[rabbit_binding:remove(B, ${user}) || B <- rabbit_binding:list(${vhost}),
			element(4, element(2, B)) =/= <<>>], ok.`
	]);
	if (done.status !== 0) throw new Error(`rabbitmqctl could not empty RabbitMQ: ${done.text}`);
}

function install(): void {
	if (spawnSync('which', ['rabbitmq-server']).status === 0) return;
	const missing =
		'No RabbitMQ: AMQP_URL is not set, none listens on localhost:5672, none is installed';
	if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) {
		throw new Error(`${missing}, and installing Debian's rabbitmq-server needs apt-get and root.`);
	}
	console.log('installing rabbitmq-server with apt-get');
	const { status } = spawnSync('apt-get', ['install', '-y', 'rabbitmq-server'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	if (status !== 0) throw new Error(`${missing}, and apt-get could not install it.`);
}

async function start(): Promise<void> {
	console.log('starting rabbitmq-server');
	const env = { ...process.env, RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1' };
	spawn('rabbitmq-server', [], { detached: true, stdio: 'ignore', env }).unref();
	const giveUpAt = Date.now() + startMsMax;
	while (!(await isListening())) {
		if (Date.now() > giveUpAt) throw new Error('rabbitmq-server does not listen after a minute.');
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
}

function isListening(): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}

function isCommanded(): boolean {
	return rabbitmqctl(['-q', 'status']).status === 0;
}

/** Makes virtual hosts and waits until they answer. Their names are this process' own. */
async function virtualHosts(count: number): Promise<readonly string[]> {
	const names = Array.from(
		{ length: count },
		(_, index) => `roundtrip-${String(process.pid)}-${String(index)}`
	);
	const all = '.*';
	const definitions = {
		vhosts: names.map((name) => ({ name })),
		permissions: names.map((vhost) => ({
			user: 'guest',
			vhost,
			configure: all,
			write: all,
			read: all
		}))
	};
	const done = rabbitmqctl(['import_definitions'], JSON.stringify(definitions));
	if (done.status !== 0) throw new Error(`rabbitmqctl could not make virtual hosts: ${done.text}`);
	for (let tries = 0; tries < 20; tries++) {
		const { text } = rabbitmqctl(['-q', 'list_permissions', '-p', names.at(-1) ?? '/']);
		if (text.includes('guest')) break;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	return names;
}

function rabbitmqctl(args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync('rabbitmqctl', args, { input, encoding: 'utf8' });
	return { status, text: `${stdout}${stderr}` };
}
