export declare const posix: Record<string, unknown>;
