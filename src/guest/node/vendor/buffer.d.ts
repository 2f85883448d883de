export interface GuestBuffer extends Uint8Array {
	toString(encoding?: string, start?: number, end?: number): string;
	write(text: string, offset?: number, length?: number, encoding?: string): number;
	equals(other: Uint8Array): boolean;
}

export declare const Buffer: {
	readonly prototype: GuestBuffer;
	from(value: unknown, encodingOrOffset?: unknown, length?: number): GuestBuffer;
	alloc(size: number, fill?: unknown, encoding?: string): GuestBuffer;
	allocUnsafe(size: number): GuestBuffer;
	concat(list: readonly Uint8Array[], length?: number): GuestBuffer;
	isBuffer(value: unknown): value is GuestBuffer;
	byteLength(text: unknown, encoding?: string): number;
	poolSize: number;
};
export declare const SlowBuffer: unknown;
export declare function atob(input: string): string;
export declare function btoa(input: string): string;
export declare const constants: object;
export declare function isAscii(input: unknown): boolean;
export declare function isUtf8(input: unknown): boolean;
export declare const kMaxLength: number;
export declare const kStringMaxLength: number;
export declare function transcode(source: Uint8Array, from: string, to: string): GuestBuffer;
