export declare function isDeepEqual(a: unknown, b: unknown): boolean;
export declare function isDeepStrictEqual(a: unknown, b: unknown): boolean;
