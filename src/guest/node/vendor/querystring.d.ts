export declare const querystring: Record<string, unknown>;
