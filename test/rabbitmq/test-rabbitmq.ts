// `npm run test:rabbitmq`: the simulated broker and amqplib against the real ones. Needs a RabbitMQ; see CONTRIBUTING.md.
// Exit status 1 when anything differs, 2 when there is no RabbitMQ.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { createSandbox } from '#sandbox';
import { guestImage as image } from 'virtual:guest-image';
import { compareGenerated, type GeneratedOptions } from './generated-programs.ts';
import { emptyDefaultVirtualHost, realBroker, type RealBroker } from './local-broker.ts';
import { RealRunner } from './real-runner.ts';
import { compareRecorded } from './recorded-cases.ts';

/** Built to .roundtrip/rabbitmq/: the wasm lies beside it, the repository is two folders above. */
const here = import.meta.dirname;
const root = join(here, '..', '..');
const programsFolder = join(root, 'test', 'rabbitmq', 'programs');

interface Options {
	readonly programs: number;
	readonly seed: number;
	readonly concurrency: number;
	readonly cases: string;
	readonly verbose: boolean;
}

/** True when no recorded case differs. */
async function recorded(broker: RealBroker, only: string): Promise<boolean> {
	if (!broker.isOurs) {
		console.log('recorded cases: left out, they need a RabbitMQ that rabbitmqctl here can empty');
		return true;
	}
	const corpus = join(root, 'test', 'conformance', 'amqp');
	const { same, different } = await compareRecorded(
		corpus,
		join(here, 'cases'),
		only,
		emptyDefaultVirtualHost
	);
	console.log(`recorded cases: ${String(same)} as recorded, ${String(different)} differ`);
	return different === 0;
}

/** True when no generated program differs. */
async function generated(
	broker: RealBroker,
	options: Omit<GeneratedOptions, 'programsFolder' | 'differencesFolder'>
): Promise<boolean> {
	const wasm = new WebAssembly.Module(readFileSync(join(here, 'quickjs.wasm')));
	const sandbox = createSandbox({ wasm, image });
	const real = new RealRunner(programsFolder, broker.urls);
	try {
		const folders = { programsFolder, differencesFolder: join(here, 'differences') };
		const { same, racing, late, different, operations } = await compareGenerated(
			{ ...options, ...folders },
			real,
			sandbox
		);
		console.log(
			`generated programs from seed ${String(options.seed)}: ${String(same)} the same ` +
				`(${String(racing)} only when RabbitMQ was given time), ${String(different)} differ, ` +
				`${String(late)} not compared as the machine was too busy; ${String(operations)} operations`
		);
		return different === 0;
	} finally {
		real.stop();
	}
}

async function main(options: Options): Promise<number> {
	const broker = await realBroker(options.concurrency).catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		return null;
	});
	if (broker === null) return 2;
	try {
		const isAsRecorded = options.cases === '' || (await recorded(broker, options.cases));
		const isSame = options.programs === 0 || (await generated(broker, options));
		return isAsRecorded && isSame ? 0 : 1;
	} finally {
		broker.stop();
	}
}

function count(text: string): number {
	if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
	return Number(text);
}

const options = new Command('test:rabbitmq')
	.description('Compare the simulator with RabbitMQ: recorded cases, then generated programs.')
	.option('--programs <count>', 'generated programs to run', count, 200)
	.option('--seed <number>', 'seed of the first program; each has the next', count, 1)
	.option('--concurrency <count>', 'programs at the same time', count, 16)
	.option('--cases <glob>', "recorded cases to run, '' for none", '*')
	.option('--verbose', 'tell of programs whose outcome is a race, too', false)
	.parse()
	.opts<Options>();

process.exitCode = await main(options);
