// Publisher confirms on one channel: numbers for its messages, and one answer for each when every queue has it.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl and unconfirmed_messages.erl.
// Differs: each message is confirmed by itself at once; RabbitMQ may answer several with `multiple`.

export interface ConfirmState {
	/** Messages published since confirm.select; the newest one's number. */
	readonly published: number;
	/** Number of the oldest message without an answer; one more than `published` when all have theirs. */
	readonly oldestOpen: number;
	/** Messages answered although an older one is open, by number. */
	readonly early: ReadonlySet<number>;
	/** Messages that went to several queues and are not through yet, by number. */
	readonly partial: ReadonlyMap<number, { readonly left: number; readonly rejected: boolean }>;
}

export const freshConfirms: ConfirmState = {
	published: 0,
	oldestOpen: 1,
	early: new Set(),
	partial: new Map()
};

/** What is known after one of `of` queues has answered for a message. `answer` null: others are still to come. */
export function settle(
	confirms: ConfirmState,
	publishSeq: number,
	of: number,
	accepted: boolean
): { readonly confirms: ConfirmState; readonly answer: 'basic.ack' | 'basic.nack' | null } {
	const before = confirms.partial.get(publishSeq) ?? { left: Math.max(of, 1), rejected: false };
	const left = before.left - 1;
	const rejected = before.rejected || !accepted;
	if (left > 0) {
		const partial = new Map(confirms.partial).set(publishSeq, { left, rejected });
		return { confirms: { ...confirms, partial }, answer: null };
	}
	let partial = confirms.partial;
	if (partial.has(publishSeq)) {
		const rest = new Map(partial);
		rest.delete(publishSeq);
		partial = rest;
	}
	const { oldestOpen, early } = answered(confirms, publishSeq);
	return {
		confirms: { published: confirms.published, oldestOpen, early, partial },
		answer: rejected ? 'basic.nack' : 'basic.ack'
	};
}

/** Does an answer for this message leave no older one open? */
export function isOldestOpen(confirms: ConfirmState, publishSeq: number): boolean {
	return confirms.oldestOpen === publishSeq;
}

function answered(
	{ oldestOpen, early }: ConfirmState,
	publishSeq: number
): Pick<ConfirmState, 'oldestOpen' | 'early'> {
	if (publishSeq !== oldestOpen) return { oldestOpen, early: new Set(early).add(publishSeq) };
	let next = oldestOpen + 1;
	if (!early.has(next)) return { oldestOpen: next, early };
	const rest = new Set(early);
	while (rest.delete(next)) next += 1;
	return { oldestOpen: next, early: rest };
}
