export declare const customInspectSymbol: unique symbol;
export declare const kEmptyObject: object;
export declare function isError(value: unknown): boolean;
export declare function removeColors(text: string): string;
export declare function normalizeEncoding(encoding: unknown): string | undefined;
