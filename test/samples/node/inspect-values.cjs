// How values print: primitives, containers, classes, accessors, symbols, boxed values, cycles, depth.
const util = require('util');
class Animal { constructor(name) { this.name = name; } get loud() { return this.name.toUpperCase(); } }
class Dog extends Animal { #secret = 1; tricks = ['sit', 'roll']; }
console.log(new Animal('cat'), new Dog('rex'), [new Dog('a')], { dog: new Dog('b') });
console.log(Animal, Dog, [Animal], class {}, { Dog });
class WithStatic { static count = 3; static make() {} }
console.log(WithStatic, Object.assign(() => {}, { extra: 1 }), Object.assign(function f() {}, { a: 1 }));
console.log(new Map(), new Map([['a', 1], [{ k: 1 }, new Map([['x', [1, 2]]])]]), new Set([[1, 2], 'x']), new WeakMap(), new WeakSet());
console.log({ get a() { return 1; }, set a(v) {}, get b() { return 2; }, set c(v) {} });
console.log([1, , 3, , , 6], [undefined, null], Object.assign([1, 2], { extra: true, '-1': 0 }));
console.log(Symbol('s'), Symbol(), { [Symbol('key')]: 1, [Symbol.iterator]: 2 }, Symbol.for('reg'));
console.log(Object(1n), Object('str'), Object(true), Object(Symbol('b')), [Object(-0)], new String('ab'), Object.assign(new Number(3), { a: 1 }));
console.log(-0, [-0], 0, 1e21, 1e-7, 123456789.123, 0xff, 10n ** 20n, [10n]);
console.log(new Date(NaN), [new Date(86400000)], { d: new Date(1e12) });
console.log(/a\/b/giu, [/x/], Object.assign(/y/, { z: 1 }));
const loop = { name: 'loop', list: [] }; loop.self = loop; loop.list.push(loop, { inner: loop });
console.log(loop);
const a = {}; const b = { a }; a.b = b; console.log([a, b], new Map([['a', a]]));
console.log({ a: { b: { c: { d: {} } } } }, [[[[[]]]]], { a: [{ b: [{ c: 1 }] }] }, new Map([['m', new Map([['n', { o: { p: 1 } }]])]]));
console.log(Object.create(null), Object.create({}), Object.create(Animal.prototype), Object.create(Object.create(null)), Object.setPrototypeOf({ x: 1 }, null));
console.log(Object.create({ constructor: undefined }), new (class extends Array {})(1, 2, 3), new (class Foo extends Map {})([[1, 2]]), new (class Bar extends Set {})(), new (class Err extends Error { constructor() { super('m'); this.stack = 'STACK'; } })());
console.log(function () {}, () => {}, function named() {}, async () => {}, async function an() {}, function* g() {}, async function* ag() {}, Math.max, class A { static b() {} }.b);
console.log((function () { return arguments; })(1, 'b'), globalThis === global, typeof globalThis);
console.log(new Uint8Array(3), new Float64Array([1.5, -0]), new ArrayBuffer(4), new DataView(new ArrayBuffer(2)), new BigInt64Array(2), new Uint8ClampedArray([300]));
console.log([new Uint8Array(120)], { typed: new Int16Array(2) });
console.log(Promise.resolve(4), Promise.reject(new Error('x')).catch(() => {}) && 1, new Promise(() => {}), (async () => 5)(), Promise.resolve({ a: { b: 1 } }));
console.log(new Proxy({ a: 1 }, {}), new Proxy([1, 2], {}), new Proxy(function f() {}, {}), util.inspect(new Proxy({ a: 1 }, { get: () => 2 }), { showProxy: true }));
console.log(Math, JSON, Reflect === Reflect, [][Symbol.iterator](), 'a'.matchAll(/a/g)[Symbol.toStringTag], (function* () {})());
console.log(Object.defineProperty({ visible: 1 }, 'hidden', { value: 2 }), util.inspect(Object.defineProperty({ visible: 1 }, 'hidden', { value: 2 }), { showHidden: true }), util.inspect([1, 2], { showHidden: true }));
console.log({ [Symbol.toStringTag]: 'Tagged', x: 1 }, new (class T { get [Symbol.toStringTag]() { return 'Other'; } })(), Object.create({ [Symbol.toStringTag]: 'Proto' }));
console.log({ undefined: undefined, null: null, NaN: NaN, 'with space': 1, 'quo"te': 2, "apos'": 3, 1: 'one', valid_id: 4, $dollar: 5, 'ünï': 6, '': 7 });
console.log([['a', 1], ['b', 2]], [{ id: 1 }, { id: 2 }], [[]], [{}], {}, [], [[], {}], { a: {}, b: [] });
console.log(new WeakRef({ a: 1 }), new (class Point { constructor() { this.x = 1; this.y = { z: { w: { v: 1 } } }; } })());
console.log({ f() {}, g: class {}, h: Symbol('x'), i: 1n, j: null, k: undefined, l: -0, m: 'it\'s', n: "dq\"", o: `bt\`'"` });
console.log(Object.freeze({ a: 1 }), Object.freeze([1]), JSON.parse('{"a":[1,{"b":null}]}'), JSON.parse('{"__proto__": 1}'));
console.log(util.inspect('a\u0000b\u001f\u007f\u0085\ud800'), ['\ud83d\ude00', 'tab\t', 'back\\slash', 'new\nline']);
console.log(new Error('msg').message, [new TypeError('inside').message], String(new RangeError('r')), Object.keys(new Error('e')));
const iterated = new Map([['a', 1], ['b', { c: [2] }]]); const keys = iterated.keys(); keys.next();
console.log(iterated.entries(), iterated.values(), keys, [...keys], new Set([1, 'x']).values(), new Set([1]).entries(), new Map().keys()); for (const k of iterated.keys()) console.log(k);
