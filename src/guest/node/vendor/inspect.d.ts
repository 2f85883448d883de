// Types of inspect.js as the rest of the guest uses it.

export interface InspectOptions {
	showHidden?: boolean;
	depth?: number | null;
	colors?: boolean;
	customInspect?: boolean;
	showProxy?: boolean;
	maxArrayLength?: number | null;
	maxStringLength?: number | null;
	breakLength?: number;
	compact?: boolean | number;
	sorted?: boolean | ((a: string, b: string) => number);
	getters?: boolean | 'get' | 'set';
	numericSeparator?: boolean;
}

export declare const inspect: {
	(value: unknown, options?: object | boolean): string;
	custom: symbol;
	colors: Record<string, [number, number]>;
	styles: Record<string, string>;
	defaultOptions: InspectOptions;
};
export declare function format(...args: unknown[]): string;
export declare function formatWithOptions(options: InspectOptions, ...args: unknown[]): string;
export declare function getStringWidth(text: string): number;
export declare function stripVTControlCharacters(text: string): string;
