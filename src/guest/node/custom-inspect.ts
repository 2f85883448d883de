// The key under which an object says how it wants to be printed.

export const customInspectSymbol: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;
