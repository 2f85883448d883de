// For tsconfig.pure.json alone: the simulation names the sandbox's types, and the sandbox holds an engine in
// WebAssembly. This is all of the outside world the pure folders' compilation knows.
declare namespace WebAssembly {
	class RuntimeError extends Error {}
	interface Module {
		readonly [Symbol.toStringTag]: string;
	}
	interface Memory {
		readonly buffer: ArrayBuffer;
		grow(pages: number): number;
	}
	interface Global {
		value: unknown;
	}
	interface Table {
		readonly length: number;
	}
	interface Instance {
		readonly exports: Record<string, unknown>;
	}
}
declare class TextEncoder {
	encode(text: string): Uint8Array<ArrayBuffer>;
	encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(bytes: Uint8Array): string;
}
