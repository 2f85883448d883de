// The property under which a function carries its promise form, for util.promisify.

export const promisifyCustom = Symbol.for('nodejs.util.promisify.custom');
