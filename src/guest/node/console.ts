// The global console and the class Console.
// Source: Node.js v20 lib/internal/console/constructor.js.

import { hostNowUs } from '../runtime/host.ts';
import { printLine } from '../runtime/output.ts';
import { guestProcess } from '../runtime/process.ts';
import { tableText } from './console-table.ts';
import { captureStackTrace } from './engine-globals.ts';
import { codes } from './error-codes.ts';
import {
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeHas,
	MapPrototypeSet,
	MathFloor,
	NumberPrototypeToFixed,
	ObjectDefineProperty,
	ReflectApply,
	StringPrototypeIncludes,
	StringPrototypePadStart,
	StringPrototypeRepeat,
	StringPrototypeSlice,
	StringPrototypeSplit,
	toText
} from './primordials.ts';
import { plainFormat } from './plain-format.ts';
import { emitWarning } from './process-warnings.ts';
import { validateArray } from './validators.ts';
import { format, inspect, type InspectOptions } from './inspect.ts';

type Output = (text: string) => void;
interface WritableLike {
	write(text: string): unknown;
}
interface ConsoleOptions {
	readonly stdout: WritableLike;
	readonly stderr?: WritableLike;
	readonly groupIndentation?: number;
	readonly inspectOptions?: InspectOptions;
}
type Method = (...args: unknown[]) => void;

/** The text of a log call. */
function textOf(args: unknown[]): string {
	return plainFormat(args) ?? ReflectApply(format, undefined, args);
}

/** The methods of a console that prints through these two functions; texts come without their last newline. */
function makeMethods(
	out: Output,
	err: Output,
	width = 2,
	options?: InspectOptions
): Record<string, Method> {
	let indentation = '';
	const counts = new Map<string, number>();
	const startedAtUs = new Map<string, number>();

	function write(to: Output, text: string): void {
		if (indentation === '') {
			to(text);
			return;
		}
		let shown = text;
		if (StringPrototypeIncludes(text, '\n')) {
			const lines = StringPrototypeSplit(text, '\n');
			shown = lines[0] as string;
			for (let index = 1; index < lines.length; index++)
				shown += `\n${indentation}${String(lines[index])}`;
		}
		to(indentation + shown);
	}
	const log: Method = (...args) => {
		write(out, textOf(args));
	};
	const warn: Method = (...args) => {
		write(err, textOf(args));
	};
	const group: Method = (...args) => {
		if (args.length > 0) ReflectApply(methods['log'] as Method, methods, args);
		indentation += StringPrototypeRepeat(' ', width);
	};
	function timeLog(name: string, label: string, data: unknown[]): boolean {
		const started = MapPrototypeGet(startedAtUs, label) as number | undefined;
		if (started === undefined) {
			emitWarning(`No such label '${label}' for console.${name}()`);
			return false;
		}
		const line: unknown[] = ['%s: %s', label, durationText((hostNowUs() - started) / 1000)];
		for (let index = 0; index < data.length; index++) line[index + 3] = data[index];
		write(out, ReflectApply(format, undefined, line));
		return true;
	}

	const methods: Record<string, Method> = {
		log,
		warn,
		dir: (object, given) => {
			const shown = { customInspect: false, ...options, ...(given as InspectOptions | undefined) };
			write(out, inspect(object, shown));
		},
		time: (label = 'default') => {
			const name = toText(label);
			if (MapPrototypeHas(startedAtUs, name)) {
				emitWarning(`Label '${name}' already exists for console.time()`);
				return;
			}
			MapPrototypeSet(startedAtUs, name, hostNowUs());
		},
		timeEnd: (label = 'default') => {
			const name = toText(label);
			if (timeLog('timeEnd', name, [])) MapPrototypeDelete(startedAtUs, name);
		},
		timeLog: (label = 'default', ...data) => {
			timeLog('timeLog', toText(label), data);
		},
		trace: (...args) => {
			const shown = { name: 'Trace', message: textOf(args), stack: '' };
			captureStackTrace(shown, methods['trace']);
			write(err, shown.stack);
		},
		assert: (isTrue, ...args) => {
			if (isTrue as boolean) return;
			args[0] = `Assertion failed${args.length === 0 ? '' : `: ${args[0] as string}`}`;
			write(err, textOf(args));
		},
		clear: () => undefined,
		count: (label = 'default') => {
			const name = toText(label);
			const count = ((MapPrototypeGet(counts, name) as number | undefined) ?? 0) + 1;
			MapPrototypeSet(counts, name, count);
			write(out, `${name}: ${count}`);
		},
		countReset: (label = 'default') => {
			const name = toText(label);
			if (!MapPrototypeDelete(counts, name)) emitWarning(`Count for '${name}' does not exist`);
		},
		group,
		groupEnd: () => {
			indentation = StringPrototypeSlice(indentation, 0, MathFloor(indentation.length - width));
		},
		table: (data, properties) => {
			if (properties !== undefined) validateArray(properties, 'properties');
			const text = tableText(data, properties as string[] | undefined);
			if (text === undefined) log(data);
			else write(out, text);
		},
		debug: log,
		info: log,
		dirxml: log,
		error: warn,
		groupCollapsed: group
	};
	return methods;
}

/** `1.234ms`, `1.234s`, `1:02.345 (m:ss.mmm)` or `1:02:03.456 (h:mm:ss.mmm)`. */
function durationText(durationMs: number): string {
	if (durationMs < 1000) return `${+NumberPrototypeToFixed(durationMs, 3)}ms`;
	const hours = MathFloor(durationMs / 3_600_000);
	const minutes = MathFloor((durationMs % 3_600_000) / 60_000);
	const seconds = (durationMs % 60_000) / 1000;
	if (hours === 0 && minutes === 0) return `${NumberPrototypeToFixed(seconds, 3)}s`;
	const parts = StringPrototypeSplit(NumberPrototypeToFixed(seconds, 3), '.');
	const pad = (value: string | number): string => StringPrototypePadStart(`${value}`, 2, '0');
	const start = hours === 0 ? `${minutes}` : `${hours}:${pad(minutes)}`;
	const unit = `(${hours === 0 ? '' : 'h:m'}m:ss.mmm)`;
	return `${start}:${pad(parts[0] as string)}.${String(parts[1])} ${unit}`;
}

function addMethods(target: object, methods: Record<string, Method>): void {
	for (const name in methods) {
		const method = methods[name] as Method;
		// Several names share one function; each name gets its own, as in Node.js.
		const isShared = ['debug', 'info', 'dirxml', 'error', 'groupCollapsed'].includes(name);
		const own: Method = isShared
			? (...args) => {
					ReflectApply(method, undefined, args);
				}
			: method;
		ObjectDefineProperty(own, 'name', { value: name, configurable: true });
		ObjectDefineProperty(target, name, {
			value: own,
			writable: true,
			enumerable: true,
			configurable: true
		});
	}
	ObjectDefineProperty(target, Symbol.toStringTag, { value: 'console', configurable: true });
}

/** A console on streams of the program's own: `new Console(stdout, stderr)` or `new Console({ stdout })`. */
export function Console(this: object | undefined, ...args: unknown[]): object {
	const self =
		this instanceof Console ? this : (Object.create(Console.prototype as object) as object);
	const first = args[0] as Partial<WritableLike & ConsoleOptions> | undefined;
	const options =
		first === undefined || typeof first.write === 'function'
			? ({ stdout: first, stderr: args[1] } as ConsoleOptions)
			: (first as ConsoleOptions);
	const stdout = options.stdout as WritableLike | undefined;
	const stderr = options.stderr ?? stdout;
	if (typeof stdout?.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stdout');
	if (typeof stderr?.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stderr');
	const to = (stream: WritableLike) => (text: string) => {
		stream.write(`${text}\n`);
	};
	addMethods(
		self,
		makeMethods(to(stdout), to(stderr), options.groupIndentation, options.inspectOptions)
	);
	return self;
}

/** Prints a line, through `process.stdout.write` only when the program put its own function there. */
function lineOutput(name: 'stdout' | 'stderr'): Output {
	const stream = guestProcess[name] as WritableLike;
	// eslint-disable-next-line @typescript-eslint/unbound-method -- only compared
	const original = stream.write;
	return (text) => {
		if (stream.write === original) printLine(name, text);
		else stream.write(`${text}\n`);
	};
}

/** The global console. */
export const guestConsole = {} as Record<string, unknown>;
addMethods(guestConsole, makeMethods(lineOutput('stdout'), lineOutput('stderr')));
guestConsole['Console'] = Console;
const consolePrototype = Console.prototype as object;
ObjectDefineProperty(Console, Symbol.hasInstance, {
	value: (value: unknown) =>
		value === guestConsole ||
		(typeof value === 'object' &&
			value !== null &&
			Object.prototype.isPrototypeOf.call(consolePrototype, value))
});
