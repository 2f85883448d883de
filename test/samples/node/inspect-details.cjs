// What the inspector is told by the engine, and where it meets a program: hidden properties, promises, proxies, iterators, colours, own
// inspect functions, errors, %-formats.
const util = require('util');
const L = (...a) => { try { console.log(...a); } catch (e) { console.log('THROWN', String(e)); } };
L('%o', { a: 1, f() {}, s: Symbol('x'), [Symbol('k')]: 1 });
L('%o', [1, 2, { a: 1 }]); L('%o', class A { static x = 1; });
L('%O %s %s', { a: { b: { c: { d: 1 } } } }, { toString() { return 'mine'; } }, class Q {});
L('%s %s %s %s', new Error('no').message, [1, [2]], { a: { b: 1 } }, Symbol('q'));
L('%s', new (class Z extends Error { get name() { return 'Zed'; } })('m').name);
L('%s', new Date(0), Object.create(null), new (class K { toString() { return 'K!'; } })(), new (class M {})());
L('%d %i %f %j %%, %c x', '42', '42.5', '1.5', { a: [1] }, 'css', 'rest', { x: 1 });
L('%d', 5n, '%i', 5n, NaN, -0); L('%s', -0, 5n); L('%j', (() => { const o = {}; o.o = o; return o; })());
const hid = {}; Object.defineProperty(hid, Symbol('hidden'), { value: 1 }); Object.defineProperty(hid, 'h', { value: 2 });
L(util.inspect(hid, { showHidden: true }), hid);
const arr = [1]; Object.defineProperty(arr, Symbol('hid'), { value: 1 }); arr[Symbol('vis')] = 2; L(arr, util.inspect(arr, { showHidden: true }));
L(util.inspect(new Map([[1, { a: 1 }]]), { showHidden: true }), util.inspect(new Set([1]), { showHidden: true }));
L(Promise.resolve({ a: { b: { c: { d: 1 } } } }), Promise.reject(3), [Promise.resolve([1, 2, 3])], { p: Promise.resolve('x'.repeat(50)), q: Promise.resolve({ long: 'y'.repeat(40) }) });
process.on('unhandledRejection', () => {});
const selfp = Promise.resolve().then(() => 1); const o1 = { name: 'o' }; o1.p = Promise.resolve(o1); L(o1, selfp);
L({ a: { b: Promise.resolve({ c: { d: { e: 1 } } }) } }); L([[[Promise.resolve([[[1]]])]]]);
L(new Proxy({ a: new Proxy([1], {}) }, {}), util.inspect(new Proxy({ a: new Proxy([1], {}) }, { get() {} }), { showProxy: 1 }), '%o', new Proxy({}, {})); L('%o', new Proxy({ a: 1 }, {}));
const rev = Proxy.revocable({}, {}); rev.revoke(); L(rev.proxy, [rev.proxy], util.inspect(rev.proxy, { showProxy: true }));
const m = new Map([['a', { x: { y: { z: 1 } } }], ['b', [1, [2, [3]]]]]); L(m.entries(), m.values(), m.keys(), [m.entries()], { it: m.values() }, m[Symbol.iterator]());
const s = new Set([{ x: 1 }, 'y'.repeat(60), 'z'.repeat(30)]); L(s.values(), s.entries()); L(util.inspect(new Map(Array.from({ length: 5 }, (_, i) => [i, i])).keys(), { maxArrayLength: 2 }));
class Conn { constructor() { this.sock = null; this.url = new URL('http://u:p@h:80/a?b=c#d'); } [util.inspect.custom](d, o, inspect) { return `Conn ${inspect({ p: Promise.resolve(1), [Symbol('k')]: 2 }, o)} ${inspect({ [Symbol('z')]: d })} ${o.stylize('t', 'special')} ${Object.keys(o).join()}`; } }
L(new Conn(), [new Conn()], util.inspect(new Conn(), { colors: true, mine: 1 }));
L(util.inspect({ [util.inspect.custom]() { return this; }, a: 1 }));
L(new URL('http://a.b/c?d=e'), { u: new URL('http://a.b/') }, new URLSearchParams('a=1&b=2'));
const e = new Error('outer', { cause: new TypeError('inner') }); e.stack = e.stack.split('\n')[0]; e.cause.stack = 'TypeError: inner'; L(e, [e], { e }); e.code = 'E'; L(e);
const ag = new AggregateError([new Error('1')], 'many'); ag.stack = 'AggregateError: many'; ag.errors[0].stack = 'Error: 1'; L(ag);
class MyErr extends Error { constructor(m) { super(m); this.name = 'Custom'; this.stack = this.stack.split('\n')[0]; this.extra = { a: 1 }; } } L(new MyErr('q'), [new MyErr('w')]);
const en = new Error('n'); en.stack = 'Error: n\n    at x (file.js:1:1)'; en.name = 'Renamed'; L(en); const e0 = new Error(''); e0.stack = undefined; L(e0); const e3 = new RangeError('x'); e3.stack = 'RangeError: x\n    at f (/a/b.js:1:2)'; L({ e3 }, [[e3]]); e3.message = 'changed'; L(e3);
console.dir({ a: { b: { c: { d: { e: 1 } } } } }, { depth: 0 }); console.dir(new Conn(), { depth: 1 }); console.dir(new URL('http://a.b/'), {});
L(class X extends null {}, class extends Array {}, class Foo { static [Symbol.toStringTag] = 'T'; }, Object.setPrototypeOf(function g() {}, null), Object.setPrototypeOf(class H {}, null));
L({ constructor: { name: 'Promise' }, a: 1 }, { constructor: 'x' }, Object.create({ constructor: { name: 'Map' } }), { get href() { throw new Error('no'); } }, new (class G { get href() { throw new Error('no'); } })());
L(global.process === process, [Object(Symbol('i'))], new Boolean(false), Object.assign(new String('abc'), { x: 1 }), [new String('q')], Object(Symbol('x')));
L(require('events').prototype === 1, new (require('events'))()); L(util.inspect(new (class A { constructor() { this.x = { y: { z: {} } }; } })(), { depth: 0 }), util.inspect([[1]], { depth: 0 }));
L(util.inspect('a\'b'), util.inspect('a\'b"c'), util.inspect('\u{1F600}\ud83d'), util.inspect({ 'a\nb': 1, [Symbol('a\nb')]: 1 }));
L(util.inspect({ a: 1n, b: [1.5], c: Symbol('x'), d: null, e: undefined, f: 'x', g() {}, h: new Date(0), i: /x/g, j: new Error('x').message, k: [, 1], l: new Map([[1, { a: 2 }]]), m: class {} }, { colors: true }));
L(util.inspect([1, 22, 333, 4444, 5, 6, 7, 8, 9], { colors: true }), util.inspect({ get a() { return 1; }, [Symbol('c')]: 1 }, { colors: true }), util.inspect(Promise.resolve(1), { colors: true }), util.inspect(Promise.reject(1), { colors: true }));
(function () { L(arguments); })(1, { a: 2 }); L((function* g() {})(), (async function* () {})(), [][Symbol.iterator](), 'x'[Symbol.iterator](), 'a'.matchAll(/a/g));
L(util.inspect(new WeakMap(), { showHidden: false }), new WeakSet(), new WeakRef({}), globalThis.constructor === Object, new (class Foo extends Promise {})(() => {}), new FinalizationRegistry(() => {}));
L(util.format('%s', () => 5), util.format('%s', class A {}), util.format('%s', null, undefined), util.format(1, 2, '3'), util.format('%%%s%%', 'a'), util.format('%x', 1), util.format('%s'), util.formatWithOptions({ compact: false }, '%O', { a: 1 }));
L(util.format('%s', { a: 1, toString: undefined }), util.format('%s', Object.assign(Object.create({ toString() { return 'p'; } }), {})), util.format('%s', new Proxy({}, {})), util.format('%s', { [Symbol.toPrimitive]() { return 'prim'; } }));
try { util.inspect.defaultOptions = 5; } catch (x) { L(x.message, x.code); } try { util.formatWithOptions('x', 'a'); } catch (x) { L(x.message, x.code); } try { util.stripVTControlCharacters(1); } catch (x) { L(x.message, x.code); }
L(util.inspect.length, util.inspect.name, util.format.length, Object.keys(util.inspect), Object.keys(util.inspect.styles).join(), util.stripVTControlCharacters('\u001b[31mx\u001b[39m'));
util.inspect.defaultOptions.depth = 0; L({ a: { b: 1 } }, util.inspect({ a: { b: 1 } })); util.inspect.defaultOptions.depth = 2;
let deep = {}; for (let i = 0; i < 3000; i++) deep = { deep }; L(util.inspect(deep, { depth: Infinity }).length > 100);
L(util.inspect({ a: 1, b: { c: 1 } }, { stylize: (t, s) => `<${s}:${t}>` }));
