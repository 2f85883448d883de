// Declaring queues: names, who may, and whether it is the same queue as before.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl (queue.declare), rabbit_amqqueue.erl.
import { tell } from '#kernel';
import type { ActorId } from '#kernel/events';
import { behaviourOf, deprecated } from './broker-version.ts';
import { defaultBinding, exchangeId, queueId, type QueueDefinition } from './definitions.ts';
import { argumentsDiffer, propertyDiffers } from './equivalence.ts';
import { lockedQueue, noQueue, refusal } from './errors.ts';
import type { VhostEvent } from './events.ts';
import { drawName } from './names.ts';
import {
	argumentFault,
	comparedArguments,
	queueTypeIn,
	readQueueArguments
} from './queue-arguments.ts';
import { parseTable, type Table } from './table.ts';
import { answerAsker, refuseAsker, type Effects, type VhostState } from './vhost-state.ts';

type Declare = Extract<VhostEvent, { kind: 'vhost.declare-queue' }>['data'];

/** queue.declare, passive or not. A queue that exists answers with its counts itself. */
export function declareQueue(before: VhostState, data: Declare, effects: Effects): VhostState {
	if (data.passive) return checkQueue(before, data, effects);
	let state = before;
	let name = data.queue;
	const table = parseTable(data.arguments);
	if (name === '') {
		if (queueTypeIn(table) === 'quorum') {
			const sentence = 'Cannot declare a server-named queue for type rabbit_quorum_queue';
			return refuseAsker(state, data, refusal(406, sentence, 'queue.declare'), effects);
		}
		const drawn = drawName('amq.gen-', state.random);
		state = { ...state, random: drawn.random };
		name = drawn.name;
	} else if (name.startsWith('amq.')) {
		const sentence = `queue name '${name}' contains reserved prefix 'amq.*'`;
		return refuseAsker(state, data, refusal(403, sentence, 'queue.declare'), effects);
	}
	const owner = data.exclusive ? data.connection : null;
	const durable = data.durable && !data.exclusive;
	const existing = state.queues.get(name);
	if (existing !== undefined) {
		return declareAgain(state, data, existing, { owner, durable, table }, effects);
	}
	const behaviour = behaviourOf(state.version);
	if (!durable && owner === null && !behaviour.permitsTransientQueues) {
		const sentence = deprecated('transient_nonexcl_queues');
		return refuseAsker(state, data, refusal(541, sentence, 'queue.declare'), effects);
	}
	const fault = argumentFault(name, table, behaviour) ?? quorumFault(name, table, durable, data);
	if (fault !== undefined) {
		return refuseAsker(state, data, refusal(406, fault, 'queue.declare'), effects);
	}
	const definition: QueueDefinition = {
		name,
		durable,
		autoDelete: data.autoDelete,
		exclusiveTo: owner,
		arguments: data.arguments,
		limits: readQueueArguments(table, behaviour)
	};
	const { startDateMs, version } = state;
	effects.push(
		tell(queueId(name), 'queue.declared', { definition, startDateMs, version }),
		tell(exchangeId(''), 'exchange.bound', { binding: defaultBinding(name) })
	);
	answerAsker(data, 'queue.declare-ok', [name, 0, 0], effects);
	return {
		...state,
		queues: state.queues.set(name, definition),
		exclusive: owner === null ? state.exclusive : owning(state, owner, name)
	};
}

function owning(state: VhostState, owner: ActorId, queue: string): VhostState['exclusive'] {
	return state.exclusive.set(owner, [...(state.exclusive.get(owner) ?? []), queue]);
}

function checkQueue(state: VhostState, data: Declare, effects: Effects): VhostState {
	if (!state.queues.has(data.queue)) {
		return refuseAsker(state, data, noQueue(data.queue, 'queue.declare'), effects);
	}
	askForCounts(data, data.queue, effects);
	return state;
}

function askForCounts(data: Declare, queue: string, effects: Effects): void {
	const asker = { channel: data.channel, connection: data.connection };
	effects.push(tell(queueId(queue), 'queue.checked', asker));
}

function declareAgain(
	state: VhostState,
	data: Declare,
	existing: QueueDefinition,
	wish: { readonly owner: ActorId | null; readonly durable: boolean; readonly table: Table },
	effects: Effects
): VhostState {
	const { name } = existing;
	if (existing.exclusiveTo !== wish.owner) {
		return refuseAsker(state, data, lockedQueue(name, 'queue.declare'), effects);
	}
	const place = `queue '${name}' in vhost '/'`;
	const fault =
		propertyDiffers('durable', place, wish.durable, existing.durable) ??
		propertyDiffers('auto_delete', place, data.autoDelete, existing.autoDelete) ??
		argumentsDiffer(
			comparedArguments(existing.limits.type),
			place,
			wish.table,
			parseTable(existing.arguments)
		);
	if (fault !== undefined) {
		return refuseAsker(state, data, refusal(406, fault, 'queue.declare'), effects);
	}
	askForCounts(data, name, effects);
	return state;
}

/** What quorum queues do not allow. */
function quorumFault(
	name: string,
	table: Table,
	durable: boolean,
	data: Declare
): string | undefined {
	if (queueTypeIn(table) !== 'quorum') return undefined;
	const place = `queue '${name}' in vhost '/'`;
	if (data.autoDelete) return `invalid property 'auto-delete' for ${place}`;
	if (data.exclusive) return `invalid property 'exclusive-owner' for ${place}`;
	if (!durable) return `invalid property 'non-durable' for ${place}`;
	return undefined;
}

/** A queue has ended. Its bindings are forgotten separately. */
export function queueGone(state: VhostState, queue: string, effects: Effects): VhostState {
	const definition = state.queues.get(queue);
	if (definition === undefined) return state;
	effects.push(tell(exchangeId(''), 'exchange.unbound', { binding: defaultBinding(queue) }));
	const owner = definition.exclusiveTo;
	let { exclusive } = state;
	const owned = owner === null ? undefined : exclusive.get(owner);
	if (owner !== null && owned !== undefined) {
		const others = owned.filter((name) => name !== queue);
		exclusive = others.length === 0 ? exclusive.delete(owner) : exclusive.set(owner, others);
	}
	return { ...state, queues: state.queues.delete(queue), exclusive };
}
