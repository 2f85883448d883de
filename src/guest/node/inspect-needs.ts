// What the package node-inspect-extracted uses of the language's own functions. When it is loaded it copies all there are,
// a thousand; those it never uses would be 90 kB of the heap of every process, so it does not get to see them.
// A test compares the names with the package: one that is missing here would be missing there without a word.

/** Names of methods, of whatever class. */
export const neededNames =
	'add apply assign bind call captureStackTrace charCodeAt clear codePointAt defineProperty delete endsWith entries exec ' +
	'filter floor for forEach freeze get getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames ' +
	'getOwnPropertySymbols getPrototypeOf getTime has hasOwnProperty includes indexOf is isArray isError isFinite isFrozen ' +
	'isNaN iterator join keys lastIndexOf length map max min next normalize ownKeys padEnd padStart parseFloat parseInt pop ' +
	'propertyIsEnumerable prototype push repeat replace replaceAll revocable round seal set setPrototypeOf size slice sort ' +
	'splice split sqrt startsWith stringify toISOString toLowerCase toPrimitive toString toStringTag trunc unshift valueOf ' +
	'values';

/** Methods under symbols. */
export const neededSymbols: readonly symbol[] = [
	Symbol.hasInstance,
	Symbol.iterator,
	Symbol.replace,
	Symbol.split,
	Symbol.toStringTag
];
