// The engine as page and command line load it: quickjs.wasm of the package quickjs-wasi without the exports that only its
// native extensions link against. Instantiating a module makes a function object of every export, for every process:
// without those a process starts a millisecond sooner and holds 90 kB less. Nothing else in the module changes. The
// package's own code makes instances asynchronously; here it makes them at once, which saves a process two milliseconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const specifier = 'quickjs-wasi/quickjs.wasm?url';
const virtualId = `\0${specifier}`;
/** What the library's own JavaScript and the sandbox reach for; the rest is QuickJS' and libc's own interface for C. */
const usedFromOutside = /^(?:qjs_|wasm_|memory$|_initialize$|__stack_pointer$)/;
/** What loads native extensions: there is nothing left for them to link against. */
const extensionLoader = /\/quickjs-wasi\/dist\/extensions\.js$/;
const noExtensions = ['loadExtension', 'initExtension', 'restoreExtensions']
	.map((name) => `export function ${name}() { throw new Error('No extensions'); }`)
	.join('\n');
const libraryCode = /\/quickjs-wasi\/dist\/index\.js$/;
/** How the library makes an instance: asynchronously, so that each start waits for a later turn of the host's loop. */
const instanceLater = 'await WebAssembly.instantiate(module, {';
/** At once. A worker and Node.js may, whatever the size of the module. */
const instanceNow = 'new WebAssembly.Instance(module, {';
const headerLength = 8;
const exportSection = 7;

/** The bytes of quickjs.wasm with the exports we use. */
export function engineWasm(): Uint8Array<ArrayBuffer> {
	const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
	return withExports(readFileSync(file), (name) => usedFromOutside.test(name));
}

/** A WebAssembly module without those of its exports that are not wanted. Source: the Core Specification, 5.5 (modules). */
function withExports(
	wasm: Uint8Array,
	isWanted: (name: string) => boolean
): Uint8Array<ArrayBuffer> {
	const reader = new Reader(wasm, headerLength);
	const sections: Uint8Array[] = [wasm.subarray(0, headerLength)];
	while (!reader.isAtEnd) {
		const start = reader.at;
		const id = reader.byte();
		const length = reader.number();
		if (id === exportSection) {
			sections.push(Uint8Array.of(id), sized(wantedExports(reader, isWanted)));
		} else {
			reader.at += length;
			sections.push(wasm.subarray(start, reader.at));
		}
	}
	return joined(sections);
}

/** The content of an export section, read and shortened. */
function wantedExports(reader: Reader, isWanted: (name: string) => boolean): Uint8Array {
	const entries: Uint8Array[] = [];
	for (let count = reader.number(); count > 0; count--) {
		const start = reader.at;
		const name = reader.text();
		reader.byte(); // function, table, memory or global
		reader.number(); // which one
		if (isWanted(name)) entries.push(reader.since(start));
	}
	return joined([encoded(entries.length), ...entries]);
}

/** Reads a binary module piece by piece. */
class Reader {
	readonly #bytes: Uint8Array;
	at: number;

	constructor(bytes: Uint8Array, at: number) {
		this.#bytes = bytes;
		this.at = at;
	}

	get isAtEnd(): boolean {
		return this.at >= this.#bytes.length;
	}

	byte(): number {
		return this.#bytes[this.at++] ?? 0;
	}

	/** An unsigned number in LEB128. */
	number(): number {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = this.byte();
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value >>> 0;
		}
	}

	text(): string {
		const length = this.number();
		this.at += length;
		return new TextDecoder().decode(this.since(this.at - length));
	}

	since(start: number): Uint8Array {
		return this.#bytes.subarray(start, this.at);
	}
}

/** A number in LEB128. */
function encoded(value: number): Uint8Array {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
	return Uint8Array.of(...bytes, rest);
}

function sized(content: Uint8Array): Uint8Array {
	return joined([encoded(content.length), content]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** The Vite plugin of every build with the engine: the package's code without extensions, with instances made at once. */
function engineLibrary(): Plugin {
	return {
		name: 'roundtrip:engine-library',
		apply: 'build',
		enforce: 'pre',
		load: (id) => (extensionLoader.test(id) ? noExtensions : undefined),
		transform(code, id) {
			if (!libraryCode.test(id)) return undefined;
			if (code.split(instanceLater).length !== 2)
				throw new Error(`quickjs-wasi no longer says once "${instanceLater}": see ${id}`);
			return { code: code.replace(instanceLater, instanceNow), map: null };
		}
	};
}

/**
 * The Vite plugins: `import url from 'quickjs-wasi/quickjs.wasm?url'` of a built site leads to the engine. In development
 * engine and library are the package's own.
 */
export function engineWasmUrl(): Plugin[] {
	return [
		engineLibrary(),
		{
			name: 'roundtrip:engine-wasm-url',
			apply: 'build',
			enforce: 'pre',
			resolveId: (source) => (source === specifier ? virtualId : undefined),
			load(id) {
				if (id !== virtualId) return undefined;
				const reference = this.emitFile({
					type: 'asset',
					name: 'quickjs.wasm',
					originalFileName: 'quickjs.wasm',
					source: engineWasm()
				});
				return `export default import.meta.ROLLDOWN_FILE_URL_${reference};`;
			}
		}
	];
}

/** The Vite plugins: puts it as quickjs.wasm beside the bundle. */
export function engineWasmBeside(): Plugin[] {
	return [
		engineLibrary(),
		{
			name: 'roundtrip:engine-wasm-beside',
			generateBundle() {
				this.emitFile({ type: 'asset', fileName: 'quickjs.wasm', source: engineWasm() });
			}
		}
	];
}
