// The other side of the ratios: the same two programs against a real RabbitMQ, and over @onify/fake-amqplib.
import * as fake from '@onify/fake-amqplib';
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';

const programs = fileURLToPath(new URL('../../test/bench/programs/', import.meta.url));

/** Calls per second of the two programs on the RabbitMQ at localhost, in two Node.js processes; null when there is none. */
export async function rabbitmqRate(calls: number, inFlight: number): Promise<number | null> {
	if (!(await isListening(5672))) return null;
	const server = spawn(process.execPath, [`${programs}server.cjs`], { stdio: 'ignore' });
	try {
		const output = await outputOf(`${programs}client.cjs`, [String(calls), String(inFlight)]);
		return rateIn(output);
	} finally {
		server.kill();
	}
}

/** Calls per second of the two programs in this process over fake-amqplib. */
export async function fakeAmqplibRate(
	server: string,
	client: string,
	calls: number,
	inFlight: number
): Promise<number> {
	evaluate(server, [], () => undefined);
	const output = await new Promise<string>((resolve) => {
		evaluate(client, [String(calls), String(inFlight)], resolve);
	});
	return rateIn(output);
}

/** Runs a CommonJS program with fake-amqplib in amqplib's place. */
function evaluate(source: string, args: readonly string[], print: (line: string) => void): void {
	const program = compileFunction(source, ['require', 'process', 'console']) as (
		require: () => unknown,
		process: { argv: readonly string[] },
		console: { log: (format: string, ...values: readonly unknown[]) => void }
	) => void;
	const log = (format: string, ...values: readonly unknown[]) => {
		let next = 0;
		print(format.replace(/%d/g, () => String(values[next++])));
	};
	program(() => fake, { argv: ['node', 'program', ...args] }, { log });
}

function rateIn(output: string): number {
	const match = /answered (\d+) calls in (\d+) ms/.exec(output);
	return match === null ? NaN : (1000 * Number(match[1])) / Number(match[2]);
}

function isListening(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => {
			resolve(false);
		});
	});
}

function outputOf(file: string, args: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [file, ...args], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		let output = '';
		child.stdout.on('data', (data: Buffer) => {
			output += data.toString();
		});
		child.once('error', reject);
		child.once('exit', () => {
			resolve(output);
		});
	});
}
