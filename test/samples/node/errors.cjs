// How errors print, without stack frames (their places are checked elsewhere).
const util = require('util');
const strip = (text) => text.split('\n').filter((line) => !/^\s+at |lines matching cause/.test(line)).join('\n');
const show = (value) => console.log(strip(util.inspect(value)));
show(new Error('plain')); show(new TypeError('typed')); show(Object.assign(new Error('with code'), { code: 'ECODE', extra: { a: 1 } }));
class ValidationError extends Error { constructor(message, field) { super(message); this.name = 'ValidationError'; this.field = field; } }
show(new ValidationError('bad input', 'email')); class NoName extends Error {} show(new NoName('inherits name'));
class Custom extends TypeError { get name() { return 'GetterName'; } } show(new Custom('x'));
show(new Error('outer', { cause: new Error('inner') })); show(new Error('outer', { cause: 'text cause' })); show(new AggregateError([new Error('one'), 2], 'several'));
show([new Error('in array')]); show({ err: new Error('in object') }); show(new Map([['e', new Error('in map')]]));
const noStack = new Error('no stack'); noStack.stack = undefined; show(noStack); const text = new Error('x'); text.stack = 'custom stack'; show(text); const empty = new Error(''); show(empty); show(new Error());
const renamed = new Error('renamed'); renamed.name = 'Renamed'; show(renamed); const changed = new Error('before'); changed.message = 'after'; show(changed);
show(Object.create(Error.prototype)); show(Object.setPrototypeOf(new Error('null proto'), null)); const own = new Error('own'); own.toString = () => 'str'; show(own);
console.log(String(new Error('s')), `${new TypeError('t')}`, new Error('e') + '', JSON.stringify(new Error('j')), JSON.stringify(Object.assign(new Error('j'), { code: 1 })));
console.log(new Error('m') instanceof Error, Object.prototype.toString.call(new Error('x')), new RangeError('r').name, Error('called').message, Error.name, new Error('a', { cause: 1 }).cause);
for (const call of [
  () => Buffer.from(5), () => Buffer.from(null), () => Buffer.alloc('x'), () => Buffer.from('a', 'nope'), () => Buffer.alloc(2).readInt32LE(0), () => Buffer.alloc(4).writeUInt8(300), () => Buffer.alloc(4).readUInt8(9), () => Buffer.alloc(4).readUInt8(1.5), () => Buffer.concat('x'), () => Buffer.concat(['a']), () => Buffer.byteLength(5), () => Buffer.alloc(3).swap16(), () => Buffer.alloc(1).toString('bad'), () => Buffer.from(Symbol('x')), () => Buffer.from({}), () => Buffer.from(undefined), () => Buffer.from(true), () => Buffer.alloc(-1), () => Buffer.alloc(1).write('x', 5), () => Buffer.compare('a', 'b'), () => Buffer.alloc(8).writeInt32BE(2 ** 40), () => Buffer.alloc(8).writeBigInt64LE(2n ** 70n), () => Buffer.alloc(2).equals('a'),
  () => new (require('events'))().emit('error', new Error('emitted')), () => new (require('events'))().emit('error', { not: 'an error' }), () => new (require('events'))().emit('error', 'text'), () => new (require('events'))().on('x', 5), () => new (require('events'))().setMaxListeners(-1),
  () => require('path').join(5), () => require('path').basename(null), () => require('path').format('x'), () => util.promisify('x'), () => util.inherits(null, null), () => util.format.call(), () => new URL('nope'), () => new URL('/x', 'bad'), () => setTimeout('x'), () => process.nextTick(5), () => setImmediate(), () => require('crypto').createHash('nope'), () => require('crypto').randomBytes('x'), () => require('crypto').randomInt(5, 1), () => require('crypto').createHash('md5').update(5), () => require('fs').readFileSync('/nope/missing.txt'), () => require('querystring').stringify(5), () => new TextDecoder('x'), () => structuredClone(() => 1), () => atob('*'), () => btoa('\u0100'), () => new (require('string_decoder').StringDecoder)('zzz'), () => util.deprecate(() => 1, 'm', 5), () => queueMicrotask(5),
]) { try { const value = call(); console.log('no error', typeof value); } catch (e) { console.log(e.name, e.code, '|', e.message); } }
try { Buffer.from(5); } catch (e) { show(e); console.log(String(e), Object.keys(e)); }
try { require('fs').readFileSync('/nope/missing.txt'); } catch (e) { show(e); }
try { JSON.parse('{'); } catch (e) { console.log(e.name, e instanceof SyntaxError); } try { null.x; } catch (e) { console.log(e.name); } try { undefinedVariable; } catch (e) { console.log(e.name); }
const e1 = new Error('line one\nline two'); show(e1); show({ e1 }); console.log(e1.stack.split('\n').slice(0, 2));
