import { expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { runProgram } from './run-program.ts';

/** The table text on the wire and what the receiver prints for the headers of this source text. */
async function roundTrip(headers: string) {
	const broker = new FakeBroker();
	const { lines } = await runProgram(
		`require('amqplib').connect().then(async (conn) => {
			const ch = await conn.createChannel();
			await ch.assertQueue('q');
			await ch.consume('q', (m) => { console.log(m.properties.headers); setImmediate(() => conn.close()); });
			try { ch.sendToQueue('q', Buffer.from('x'), { headers: ${headers} }); }
			catch (e) { console.log(e.name + ': ' + e.message); conn.close(); }
		});`,
		broker
	);
	const frame = broker.received.find((received) => received[0] === 'basic.publish');
	return { sent: frame?.[5] === 4 ? (frame[6] as string) : undefined, printed: lines.join('\n') };
}

test.each([
	['{ a: 127, b: -128 }', '[["a","b",127],["b","b",-128]]', '{ a: 127, b: -128 }'],
	['{ a: 128, b: 32767 }', '[["a","s",128],["b","s",32767]]', '{ a: 128, b: 32767 }'],
	[
		'{ a: 32768, b: -2147483648 }',
		'[["a","I",32768],["b","I",-2147483648]]',
		'{ a: 32768, b: -2147483648 }'
	],
	['{ a: 2147483648 }', '[["a","l",2147483648]]', '{ a: 2147483648 }'],
	['{ a: 0.5, b: 1e30 }', '[["a","d",0.5],["b","d",1e+30]]', '{ a: 0.5, b: 1e+30 }'],
	['{ a: Infinity, b: -0 }', '[["a","d","Infinity"],["b","b",0]]', '{ a: Infinity, b: 0 }'],
	[
		'{ a: { "!": "float", value: 0.1 } }',
		'[["a","f",0.10000000149011612]]',
		'{ a: 0.10000000149011612 }'
	],
	[
		'{ a: { "!": "uint8", value: 200 }, b: { "!": "int64", value: 5 } }',
		'[["a","s",200],["b","l",5]]',
		'{ a: 200, b: 5 }'
	],
	[
		'{ a: { "!": "timestamp", value: 17 } }',
		'[["a","T",17]]',
		"{ a: { '!': 'timestamp', value: 17 } }"
	],
	[
		'{ a: { "!": "decimal", value: { places: 2, digits: 314 } } }',
		'[["a","D",[2,314]]]',
		"{ a: { '!': 'decimal', value: { places: 2, digits: 314 } } }"
	],
	['{ a: Buffer.from([0, 171]) }', '[["a","x","00ab"]]', '{ a: <Buffer 00 ab> }'],
	[
		'{ a: [1, "x", null, [true]] }',
		'[["a","A",[["b",1],["S","x"],["V",null],["A",[["t",true]]]]]]',
		"{ a: [ 1, 'x', null, [ true ] ] }"
	],
	[
		'{ a: { b: { c: "d" } }, u: undefined }',
		'[["a","F",[["b","F",[["c","S","d"]]]]]]',
		"{ a: { b: { c: 'd' } } }"
	],
	['["x", "y"]', '[["0","S","x"],["1","S","y"]]', "{ '0': 'x', '1': 'y' }"],
	['Object.create({ inherited: 1 })', '[["inherited","b",1]]', '{ inherited: 1 }'],
	['{ d: new Date(0) }', '[["d","F",[]]]', '{ d: {} }'],
	['JSON.parse(\'{"__proto__":1}\')', '[["__proto__","b",1]]', "{ ['__proto__']: 1 }"]
])('headers %s', async (headers, sent, printed) => {
	expect(await roundTrip(headers)).toEqual({ sent, printed });
});

test.each([
	['{ a() {} }', 'TypeError: Unknown type to encode: function'],
	['{ a: 1n }', 'TypeError: Unknown type to encode: bigint'],
	['{ a: [undefined] }', 'TypeError: Unknown type to encode: undefined'],
	['{ a: { "!": "nonsense", value: 1 } }', 'TypeError: Unknown type to encode: nonsense'],
	[
		'{ a: { "!": "decimal", value: 3 } }',
		"TypeError: Decimal value must be {'places': 0..255, 'digits': uint32}, got 3"
	]
])('headers %s are refused', async (headers, printed) => {
	expect(await roundTrip(headers)).toEqual({ sent: undefined, printed });
});

test("headers are refused when they do not fit amqplib's buffer, whatever they are made of", async () => {
	const refused =
		'RangeError: Encoded field table (headers or arguments) exceeds the 65536 byte encoding buffer';
	// 4 bytes length, 1 + 1 key, 1 type, 4 length: 65525 more fit.
	expect(await roundTrip(`{ a: 'x'.repeat(65526) }`)).toEqual({
		sent: undefined,
		printed: refused
	});
	expect((await roundTrip(`{ a: 'x'.repeat(65525) }`)).sent?.length).toBe(65525 + 14);
	expect((await roundTrip(`{ a: 'č'.repeat(32763) }`)).printed).toBe(refused);
	expect((await roundTrip(`{ a: new Array(40000).fill(1) }`)).printed).toBe(refused);
	expect((await roundTrip(`{ a: [{ b: Buffer.alloc(65600) }] }`)).printed).toBe(refused);
});
