// What the inspector's package is shown of the language, against what its own text takes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { neededNames, neededSymbols } from '../../../src/guest/node/inspect-needs.ts';

const text = readFileSync(createRequire(import.meta.url).resolve('node-inspect-extracted'), 'utf8');
/** `ArrayPrototypeMap`, `MathMax`, `MapPrototypeGetSize`, `StringPrototypeSymbolIterator`: the class, and the method's name. */
const copyName =
	/^(?:[A-Z]\w*?(?<!\w[GS]et)Prototype|Array|Error|JSON|Math|Number|Object|Proxy|Reflect|Symbol)(?:Get(?=Size|Length|Symbol))?(?<name>[A-Z]\w*?)(?:Apply)?$/;

/** Names in patterns such as `{ArrayPrototypeMap:o,MathMax:r}=n(683)`, and in `e.ArrayPrototypeMap`. */
function taken(): readonly string[] {
	const patterns = [...text.matchAll(/\{([\w$:,]+)\}=(?:[\w$]|n\(\d+\))[,;]/g)].flatMap(
		([, list]) => (list ?? '').split(',').map((pair) => pair.split(':')[0] ?? '')
	);
	const read = [...text.matchAll(/\be\.(\w+)/g)].map(([, name]) => name ?? '');
	const isClass = (name: string) => name.replace(/Prototype$/, '') in globalThis;
	return [...patterns, ...read].filter((name) => /^[A-Z]/.test(name) && !isClass(name));
}

test('the inspector sees every function of the language that it uses', () => {
	const names = new Set(neededNames.split(' '));
	const symbols = new Set(neededSymbols.map((symbol) => String(symbol)));
	const methods = taken().flatMap((name) => copyName.exec(name)?.groups?.['name'] ?? []);
	const missing = methods.filter((method) => {
		const own = `${(method[0] ?? '').toLowerCase()}${method.slice(1)}`;
		const symbol = /^Symbol([A-Z]\w*)$/.exec(method)?.[1] ?? '';
		const key = `${(symbol[0] ?? '').toLowerCase()}${symbol.slice(1)}`;
		return !names.has(own) && !names.has(method) && !symbols.has(`Symbol(Symbol.${key})`);
	});
	expect(methods.length).toBeGreaterThan(90);
	expect([...new Set(missing)]).toEqual([]);
});
