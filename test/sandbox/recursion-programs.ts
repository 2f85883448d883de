// Programs that recurse until the engine stops them, each through another part of the engine, and print how deep
// they came. The depths have to be the same in every host: they depend on the guest's own stack limit alone.

/** Programs by what they recurse through. */
export const recursionPrograms: Readonly<Record<string, string>> = {
	functions:
		'let d = 0; function f() { d++; return f() + 1; } try { f(); } catch {} console.log(d);',
	arguments:
		'let d = 0; function f(a, b) { const c = [a, b]; d++; return f(b, c) + 1; } try { f(1, 2); } catch {} console.log(d);',
	'async functions':
		'let d = 0; async function f() { d++; await f(); } f().catch(() => {}); console.log(d);',
	'Array.prototype.map':
		'let d = 0; function f() { d++; return [1].map(f); } try { f(); } catch {} console.log(d);',
	'Array.prototype.sort':
		'let d = 0; function f() { d++; return [2, 1].sort(f); } try { f(); } catch {} console.log(d);',
	'String.prototype.replace':
		'let d = 0; function f() { d++; return "a".replace(/a/, f); } try { f(); } catch {} console.log(d);',
	getters:
		'let d = 0; const o = { get x() { d++; return o.x; } }; try { o.x; } catch {} console.log(d);',
	constructors:
		'let d = 0; class A { constructor() { d++; new A(); } } try { new A(); } catch {} console.log(d);',
	toString:
		'let d = 0; const o = { toString() { d++; return `${o}`; } }; try { `${o}`; } catch {} console.log(d);',
	toJSON:
		'let d = 0; const o = { toJSON() { d++; return JSON.stringify(o); } }; try { JSON.stringify(o); } catch {} console.log(d);',
	'Reflect.apply':
		'let d = 0; function f() { d++; return Reflect.apply(f, null, []); } try { f(); } catch {} console.log(d);',
	proxies:
		'let d = 0; const p = new Proxy({}, { get(t, k, r) { d++; return r[k]; } }); try { p.x; } catch {} console.log(d);',
	generators:
		'let d = 0; function* f() { d++; yield* f(); } try { [...f()]; } catch {} console.log(d);',
	'bound functions':
		'let d = 0; let f = () => { d++; g(); }; const g = f.bind(null); try { g(); } catch {} console.log(d);',
	emitters:
		'let d = 0; const e = new (require("events"))(); e.on("x", () => { d++; e.emit("x"); }); try { e.emit("x"); } catch {} console.log(d);',
	eval: 'let d = 0; function f() { d++; eval("f()"); } try { f(); } catch {} console.log(d);'
};

/** Depths at the default stack limit, in Node.js and in a Chromium worker alike. */
export const recursionDepths: Readonly<Record<string, number>> = {
	functions: 537,
	arguments: 503,
	'async functions': 260,
	'Array.prototype.map': 218,
	'Array.prototype.sort': 106,
	'String.prototype.replace': 120,
	getters: 447,
	constructors: 503,
	toString: 217,
	toJSON: 183,
	'Reflect.apply': 224,
	proxies: 322,
	generators: 252,
	'bound functions': 277,
	emitters: 108,
	eval: 160
};
