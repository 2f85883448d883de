// Values cross the border unchanged both ways, and crossing leaves nothing behind. The image is the real one with a
// guest that sends back what it gets.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { guestImage } from 'virtual:guest-image';
import { expect, test } from 'vitest';
import { defaultLimits } from '#kernel';
import { createSandbox, type WirePayload } from '#sandbox';

const wasmFile = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

const echo = `(id, ...payload) => { echoHost.op('send', id, ...payload); }`;

async function startEcho(deliverData = echo) {
	const wasm = await WebAssembly.compile(readFileSync(wasmFile));
	const image = {
		...guestImage,
		start: `globalThis.echoHost = globalThis.roundtripHost; ${String(guestImage.start)}`,
		end: `${String(guestImage.end)}globalThis.roundtripGuest.deliverData = ${deliverData};`
	};
	const sandbox = createSandbox({ wasm, image });
	return sandbox.start({
		name: 'echo',
		file: 'main.js',
		args: [],
		env: {},
		files: { 'main.js': '' },
		seed: 1,
		startTimeMs: 0,
		limits: { ...defaultLimits, turnsMax: 1e6 },
		pollUs: 100
	});
}

test('every kind of value comes back as it went', async () => {
	const vm = await startEcho();
	vm.turn(['main'], 0);
	const payload: WirePayload = [
		...[0, 1, -1, 1.5, -0, Infinity, -Infinity, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e-300],
		...[true, false, null],
		...[
			'',
			'a',
			'queue_name',
			'naïve',
			'€uro',
			'日本語',
			'🐇',
			'a\0b',
			'\ud800',
			'x\udfffy',
			'\udc00\ud800'
		],
		...['x'.repeat(39), 'x'.repeat(41), 'é'.repeat(64), 'ab'.repeat(100_000), '🐇'.repeat(40_000)],
		...[0, 1, 10, 1000, 65_536, 65_537, 300_000].map((length) =>
			Uint8Array.from({ length }, (_, index) => index % 251)
		)
	];
	const { ops } = vm.turn(['data', 7, payload], 0);
	expect(ops).toEqual([['send', 7, payload]]);
	const { ops: nan } = vm.turn(['data', 7, [Number.NaN]], 0);
	expect(nan).toEqual([['send', 7, [Number.NaN]]]);
	vm.dispose();
});

test('texts come over however the guest made them', async () => {
	const made = [
		`'x'.repeat(9000).slice(7, 8900)`,
		`'x'.repeat(300) + 'y'.repeat(300)`,
		`Array.from({ length: 500 }, (_, index) => 'part ' + index).reduce((text, part) => text + part)`,
		`'na\u00efve'.repeat(3)`,
		`'na\u00efve caf\u00e9 '.repeat(20)`,
		`'\u20acuro and more'.slice(1)`,
		`'\u20ac'.repeat(3)`,
		`JSON.stringify({ text: 'b'.repeat(50) })`,
		`String(12345) + 1.5`,
		`Object.keys({ anAtom: 1 })[0]`,
		`['a', 'b'].join()`,
		`\`\${'a'.repeat(20)}/\${'b'.repeat(30)}\``,
		`'z'.repeat(1024)`,
		`'z'.repeat(1025)`
	];
	const vm = await startEcho(`() => { echoHost.op('send', 1, ${made.join()}); }`);
	vm.turn(['main'], 0);
	const { ops } = vm.turn(['data', 1, []], 0);
	const own = made.map((code) => runInNewContext(code) as string);
	expect(ops).toEqual([['send', 1, own]]);
	vm.dispose();
});

test('longer payloads than the argument list holds cross as well', async () => {
	const vm = await startEcho();
	vm.turn(['main'], 0);
	const payload = Array.from({ length: 3000 }, (_, index) =>
		index % 2 === 0 ? index : `n${index}`
	);
	expect(vm.turn(['data', 1, payload], 0).ops).toEqual([['send', 1, payload]]);
	vm.dispose();
});

test('twenty thousand turns leave nothing behind', async () => {
	const vm = await startEcho();
	vm.turn(['main'], 0);
	const turn = (index: number) =>
		vm.turn(
			['data', 1, ['basic.deliver', 1, index, `id-${index}`, 'x'.repeat(60), new Uint8Array(30)]],
			index
		);
	for (let index = 0; index < 2000; index++) turn(index);
	const before = vm.heapBytesUsed();
	for (let index = 2000; index < 20_000; index++) turn(index);
	expect(vm.heapBytesUsed() - before).toBeLessThan(64 * 1024);
	vm.dispose();
});
