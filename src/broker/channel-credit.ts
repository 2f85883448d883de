// Prefetch on an AMQP channel. Each consumer's own limit lives in its queue; a limit shared by the whole channel lives here:
// queues ask for leave before each delivery; who is denied it hears when there is room again.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_limiter.erl.
import { tell, type Effect, type Step } from '#kernel';
import { refuse, sendMethod, type AmqpChannelState } from './amqp-channel-state.ts';
import { behaviourOf, deprecated } from './broker-version.ts';
import { queueId } from './definitions.ts';
import { refusal } from './errors.ts';

/** basic.qos. */
export function setPrefetch(
	state: AmqpChannelState,
	data: { readonly prefetchCount: number; readonly global: boolean }
): Step<AmqpChannelState> {
	if (data.global && !behaviourOf(state.version).permitsSharedPrefetch) {
		return refuse(state, refusal(541, deprecated('global_qos'), 'basic.qos'));
	}
	const answer = sendMethod(state, 'basic.qos-ok');
	// A limit for each consumer to come lifts the shared one.
	const shared = data.global ? data.prefetchCount : 0;
	const limited = shared > 0;
	const effects: Effect[] = [answer];
	let after: AmqpChannelState = { ...state, sharedPrefetchCount: shared };
	if (!data.global) after = { ...after, prefetchCount: data.prefetchCount };
	if (limited !== state.sharedPrefetchCount > 0) {
		const queues = new Set(Array.from(state.consumers.values(), (consumer) => consumer.queue));
		for (const queue of queues) {
			effects.push(tell(queueId(queue), 'queue.limited', { channel: state.id, limited }));
		}
		// Messages somebody asked for count as well if they were there first, and then for good.
		const askedFor = limited ? state.unacked.size - state.heldByConsumers : 0;
		after = { ...after, credits: 0, deniedQueues: limited ? state.deniedQueues : [], askedFor };
	}
	return resumeQueues(after, effects);
}

/** A queue asks for leave to deliver to one of the channel's consumers. */
export function askForCredit(
	state: AmqpChannelState,
	request: { readonly queue: string }
): Step<AmqpChannelState> {
	const { queue } = request;
	const isUnlimited = state.sharedPrefetchCount === 0;
	const isGranted = isUnlimited || room(state) > 0;
	const effects = [tell(queueId(queue), 'queue.credited', { channel: state.id, isGranted })];
	if (isUnlimited) return { state, effects };
	if (isGranted) return { state: { ...state, credits: state.credits + 1 }, effects };
	if (state.deniedQueues.includes(queue)) return { state, effects };
	return { state: { ...state, deniedQueues: [...state.deniedQueues, queue] }, effects };
}

function room(state: AmqpChannelState): number {
	return state.sharedPrefetchCount - state.heldByConsumers - state.askedFor - state.credits;
}

/** When there is room again the queues that were denied leave hear of it. Adds to `effects`. */
export function resumeQueues(state: AmqpChannelState, effects: Effect[]): Step<AmqpChannelState> {
	if (state.deniedQueues.length === 0 || room(state) <= 0) return { state, effects };
	for (const queue of state.deniedQueues) {
		effects.push(tell(queueId(queue), 'queue.resumed', { channel: state.id }));
	}
	return { state: { ...state, deniedQueues: [] }, effects };
}
