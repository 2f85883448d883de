type Listener = (...args: never[]) => unknown;

export declare class EventEmitter {
	static once(emitter: object, name: string | symbol, options?: object): Promise<unknown[]>;
	static defaultMaxListeners: number;
	on(name: string | symbol, listener: Listener): this;
	once(name: string | symbol, listener: Listener): this;
	off(name: string | symbol, listener: Listener): this;
	emit(name: string | symbol, ...args: unknown[]): boolean;
	listenerCount(name: string | symbol): number;
	removeAllListeners(name?: string | symbol): this;
}
