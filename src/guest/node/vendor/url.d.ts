export declare const Url: unknown;
export declare const urlParse: unknown;
export declare const urlResolve: unknown;
export declare const urlResolveObject: unknown;
export declare const urlFormat: unknown;
