// Numbers that do not fit where AMQP puts them fail as in amqplib 2.3.1 with Node.js 20: with the errors of Buffer.
import { expect, test } from 'vitest';
import { scenarioOf, simulate } from '../../support/simulate.ts';

async function linesOf(body: string): Promise<readonly string[] | undefined> {
	const program = `
		const show = (e) => console.log(e.name, e.code, e.message);
		require('amqplib').connect().then(async (connection) => {
			const open = () => connection.createChannel();
			const publish = async (options) => {
				try { console.log((await open()).sendToQueue('q', Buffer.from(''), options)); } catch (e) { show(e); }
			};
			${body}
			await connection.close();
		});`;
	const { summary } = await simulate(
		scenarioOf({ 'a.js': program }, [{ name: 'a', file: 'a.js' }])
	);
	return summary.processes['a']?.stdout;
}

const outOfRange = (range: string, received: string) =>
	`RangeError ERR_OUT_OF_RANGE The value of "value" is out of range. It must be ${range}. Received ${received}`;
const noInteger =
	'RangeError undefined The number 1.5 cannot be converted to a BigInt because it is not an integer';

test('a prefetch count has 16 bits; none is as good as 0', async () => {
	const lines = await linesOf(`
		await (await open()).prefetch(70000).catch(show);
		await (await open()).prefetch(-1).catch(show);
		for (const none of [null, undefined, NaN, 0]) console.log(await (await open()).prefetch(none));`);
	expect(lines).toEqual([
		outOfRange('>= 0 and <= 65535', '70000'),
		outOfRange('>= 0 and <= 65535', '-1'),
		...Array<string>(4).fill('{}')
	]);
});

test('a priority has 8 bits and loses what is behind the point, a timestamp and a delivery tag have 64', async () => {
	const lines = await linesOf(`
		for (const priority of [256, -1, 255]) await publish({ priority });
		for (const timestamp of [-1, 2 ** 64, 1.5, 2 ** 53]) await publish({ timestamp });
		const channel = await open();
		for (const deliveryTag of [-1, 1.5]) try { channel.ack({ fields: { deliveryTag } }); } catch (e) { show(e); }
		await channel.assertQueue('r');
		channel.sendToQueue('r', Buffer.from(''), { priority: 3.7 });
		console.log((await channel.get('r')).properties.priority);`);
	const big = '>= 0n and < 2n ** 64n';
	expect(lines).toEqual([
		outOfRange('>= 0 and <= 255', '256'),
		outOfRange('>= 0 and <= 255', '-1'),
		'true',
		outOfRange(big, '-1n'),
		outOfRange(big, '18_446_744_073_709_551_616n'),
		noInteger,
		'true',
		outOfRange(big, '-1n'),
		noInteger,
		'3'
	]);
});

test('what cannot be a prototype cannot be headers or arguments', async () => {
	const lines = await linesOf(`
		await publish({ headers: 5 });
		try { await (await open()).assertQueue('q', { arguments: 'abc' }); } catch (e) { show(e); }`);
	expect(lines).toEqual([
		'TypeError undefined Object prototype may only be an Object or null: 5',
		'TypeError undefined Object prototype may only be an Object or null: abc'
	]);
});
