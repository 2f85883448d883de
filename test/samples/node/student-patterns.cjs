// Patterns students write: classes, queues, tables, promises, timeouts, custom errors, messages as buffers.
const util = require('util'); const EventEmitter = require('events'); const assert = require('assert');
// typical student patterns
class Queue { constructor() { this.items = []; } push(x) { this.items.push(x); return this; } get size() { return this.items.length; } [Symbol.iterator]() { return this.items[Symbol.iterator](); } toString() { return `Queue(${this.items})`; } toJSON() { return this.items; } [util.inspect.custom](depth, opts, inspect) { return `Queue<${inspect(this.items, opts)}>`; } }
const q = new Queue().push(1).push({ a: { b: { c: 1 } } }); console.log(q, `${q}`, JSON.stringify(q), [...q].length, [q], { q });
console.log('%s', q, '%o'); console.log('%o', { q: 1, fn() {} }); console.log(util.inspect(q, { depth: 0 }));
const wm = new WeakMap(); const memo = (fn) => { const cache = new Map(); return (n) => cache.has(n) ? cache.get(n) : (cache.set(n, fn(n)), cache.get(n)); }; console.log(memo((x) => x * 2)(4), wm);
const fib = (n) => n < 2 ? BigInt(n) : fib(n - 1) + fib(n - 2); console.log(fib(15), [fib(10)], { f: fib(12) }, typeof fib(3));
console.table([{ server: 'A', calls: 10, avg: 1.5 }, { server: 'B', calls: 12, avg: 2.25 }]); console.table({ a: { x: 1 }, b: { y: 2 } }); console.table([[1, 'a'], [2, 'b']], ['1']);
console.log([{ name: 'alice', scores: [1, 2, 3] }, { name: 'bob', scores: [] }]); console.log(Object.entries({ x: [1, 2], y: { z: 1 } })); console.log(new Array(5).fill().map((_, i) => i ** 2));
console.log([1.123456789, 22.1, 333], [-1, -22, 333, 4, 5, 6, 7, 8], ['apple', 'fig', 'banana', 'kiwi', 'cherry', 'date', 'elderberry']);
(async () => {
  const results = await Promise.allSettled([Promise.resolve(1), Promise.reject(new Error('no')), new Promise((r) => setTimeout(r, 5, 'late'))]); console.log(results.map((r) => ({ ...r, reason: r.reason && r.reason.message })));
  console.log(await Promise.race([new Promise((r) => setTimeout(r, 20, 'slow')), new Promise((r) => setTimeout(r, 5, 'fast'))]), await Promise.any([Promise.reject(1), Promise.resolve(2)]).catch((e) => e.name)); try { await Promise.any([Promise.reject(new Error('a'))]); } catch (e) { console.log(e.name, e.errors.length); }
  const sleep = (ms) => new Promise((r) => setTimeout(r, ms)); async function* gen() { for (let i = 0; i < 3; i++) { await sleep(1); yield i; } } for await (const v of gen()) console.log('gen', v);
  const { promisify } = util; const wait = promisify(setTimeout); await wait(2); console.log('waited'); const p = wait(5, 'v'); console.log(p); console.log(await p, p); const rejected = Promise.reject(Object.assign(new Error('rj'), { stack: 'Error: rj\n    at x' })); rejected.catch(() => {}); console.log(rejected);
  const em = new EventEmitter(); const log = []; em.on('a', async (x) => { await null; log.push(x); }); em.emit('a', 1); em.emit('a', 2); await sleep(1); console.log(log);
  const withTimeout = (pr, ms) => Promise.race([pr, new Promise((_, rej) => setTimeout(() => rej(new Error('timeout after ' + ms)), ms))]); await withTimeout(sleep(50), 5).catch((e) => console.log(e.message));
  console.log(Buffer.from(JSON.stringify({ id: 1, args: [1, 2] })), JSON.parse(Buffer.from('{"x":1}')), JSON.parse(Buffer.from('[1]').toString()), Number(Buffer.from('12').toString()), parseInt(Buffer.from('35'), 10), Buffer.from(String(42)), Buffer.from((7).toString()), Buffer.from([1, 2, 3]).readUIntBE(0, 3), Buffer.from('a,b').toString().split(','));
  const url = new URL('amqp://user:secret@localhost:5672/vhost?heartbeat=30'); console.log(url.username, url.password, url.port, url.pathname, url.searchParams.get('heartbeat'), url.protocol);
  class RpcError extends Error { constructor(message, { code, cause } = {}) { super(message, { cause }); this.name = this.constructor.name; this.code = code; Error.captureStackTrace?.(this, RpcError); } } const e = new RpcError('failed', { code: 'E42', cause: new TypeError('why') }); console.log(e.name, e.message, e.code, e.cause.message, e instanceof RpcError, e.toString(), Object.keys(e), util.inspect(e).split('\n')[0]);
  console.log(util.inspect(new Map([[{ a: 1 }, new Set([[1, 2]])]]), { depth: 0 }), util.inspect({ a: { b: 1 } }, { compact: false }), util.format('%s %o', 'x', [1]).split('\n').length); let n = 0; const iv = setInterval(() => { n++; if (n === 3) { clearInterval(iv); console.log('interval done', n); } }, 2); await sleep(250);
  const d = new Date(Date.UTC(2024, 1, 29, 13, 5, 6, 7)); console.log(d, d.toISOString(), d.toJSON(), d.getHours(), d.toLocaleTimeString(), d.toLocaleDateString('en-GB') === d.toLocaleDateString('en-GB'), String(d), d.toUTCString(), d.toDateString(), [d]);
  console.log([3, 1, 2].toString(), String([1, [2, 3]]), String({}), String(null), [] + {}, [1, 2] + '', `${[1, 2]}`, String(Symbol('s')), String(() => 1), String(class A {}), Object.prototype.toString.call([]), typeof null);
  console.log(structuredClone([new Date(0), /x/g, { n: null }]), Object.getOwnPropertyNames(class { static m() {} }), Reflect.ownKeys({ b: 1, a: 2, 1: 3, [Symbol('s')]: 4 }));
})();
