export declare const assert: object;
