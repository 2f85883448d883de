// Prefetch on an AMQP channel. Each consumer's own limit lives in its queue; a limit shared by the whole channel lives here:
// queues ask for leave before each delivery and wait while there is no room.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_limiter.erl.
import { noEffects, tell, type Effect, type Step } from '#kernel';
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
	if (!data.global) {
		return { state: { ...state, prefetchCount: data.prefetchCount }, effects: [answer] };
	}
	const limited = data.prefetchCount > 0;
	const effects: Effect[] = [answer];
	let after: AmqpChannelState = { ...state, sharedPrefetchCount: data.prefetchCount };
	if (limited !== state.sharedPrefetchCount > 0) {
		const queues = new Set(Array.from(state.consumers.values(), (consumer) => consumer.queue));
		for (const queue of queues) {
			effects.push(tell(queueId(queue), 'queue.limited', { channel: state.id, limited }));
		}
		if (!limited) after = { ...after, credits: 0, creditRequests: [] };
	}
	return grantCredits(after, effects);
}

/** A queue asks for leave to deliver to one of the channel's consumers. */
export function askForCredit(
	state: AmqpChannelState,
	request: { readonly queue: string; readonly consumer: number }
): Step<AmqpChannelState> {
	if (state.sharedPrefetchCount === 0) return { state, effects: noEffects };
	return grantCredits({ ...state, creditRequests: [...state.creditRequests, request] }, []);
}

/** A queue had nothing left to deliver. */
export function returnCredit(state: AmqpChannelState): Step<AmqpChannelState> {
	return grantCredits({ ...state, credits: Math.max(0, state.credits - 1) }, []);
}

/** Gives waiting consumers what room there is, first come first served. Adds to `effects`. */
export function grantCredits(state: AmqpChannelState, effects: Effect[]): Step<AmqpChannelState> {
	if (state.creditRequests.length === 0) return { state, effects };
	const room = state.sharedPrefetchCount - state.heldByConsumers - state.credits;
	const granted = state.creditRequests.slice(0, Math.max(0, room));
	if (granted.length === 0) return { state, effects };
	for (const { queue, consumer } of granted) {
		effects.push(tell(queueId(queue), 'queue.credited', { channel: state.id, consumer }));
	}
	return {
		state: {
			...state,
			credits: state.credits + granted.length,
			creditRequests: state.creditRequests.slice(granted.length)
		},
		effects
	};
}
