// Random programs: a few queues, exchanges and bindings are planned and mostly declared first, then anything happens to
// them over several connections and channels.
import * as fc from 'fast-check';
import { anyOperation, binding, consuming, type Surroundings } from './arbitrary-operation.ts';
import { plan } from './arbitrary-declaration.ts';
import { beatMs, timed, timeless, type Times } from './arbitrary-times.ts';
import { weighted } from './names.ts';
import type { ChannelSpec, Operation, Program } from './program.ts';

const lengthMax = { timed: 20, timeless: 30 };

/** Any program; one in four depends on real time. */
export function anyProgram(): fc.Arbitrary<Program> {
	return fc.noBias(weighted([3, programWith(timeless)], [1, programWith(timed)]));
}

function programWith(times: Times): fc.Arbitrary<Program> {
	const spec: fc.Arbitrary<ChannelSpec> = fc.record({
		connection: fc.nat({ max: 2 }),
		confirm: fc.boolean()
	});
	const channelSpecs = fc.array(spec, { minLength: 1, maxLength: 4, size: 'max' });
	return fc.tuple(plan(times), channelSpecs).chain(([planned, channels]) => {
		const around = { plan: planned, channelCount: channels.length, times };
		const maxLength = times.hasBeat ? lengthMax.timed : lengthMax.timeless;
		const operations = fc.array(anyOperation(around), { minLength: 1, maxLength, size: 'max' });
		return fc.tuple(setting(around), operations).map(([before, after]) => ({
			beatMs: times.hasBeat ? beatMs : 0,
			channels,
			operations: [...before, ...after]
		}));
	});
}

/** Most programs begin by declaring what they use. */
function setting(around: Surroundings): fc.Arbitrary<readonly Operation[]> {
	const { exchanges, queues } = around.plan;
	const on = fc.nat({ max: around.channelCount - 1 });
	const declared = fc
		.tuple(on, on)
		.map(([exchangesOn, queuesOn]): Operation[] => [
			...exchanges.map((args): Operation => ({ do: 'assertExchange', on: exchangesOn, args })),
			...queues.map((args): Operation => ({ do: 'assertQueue', on: queuesOn, args }))
		]);
	const bound = fc.array(binding(around), { maxLength: 4, size: 'max' });
	const consumed = fc.array(consuming(around), { maxLength: 3, size: 'max' });
	return weighted<readonly Operation[]>(
		[19, fc.tuple(declared, bound, consumed).map((parts) => parts.flat())],
		[1, fc.constant([])]
	);
}
