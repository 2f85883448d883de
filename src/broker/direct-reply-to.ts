// Direct reply-to: addresses that name a channel instead of a queue. The address says which channel and carries a key, so
// that a later consumer on the same channel does not get an earlier one's replies.
// Source: https://www.rabbitmq.com/docs/direct-reply-to; rabbitmq/rabbitmq-server v3.10.8 rabbit_channel.erl (fast_reply).
import type { ActorId } from '#kernel/events';
import { actorName } from '#kernel';
import { channelId } from './frames.ts';
import { numberInLetters, sixLetters } from './names.ts';

/** The pseudo-queue a requester consumes from and names as its reply-to. */
export const replyToQueue = 'amq.rabbitmq.reply-to';
const addressPrefix = `${replyToQueue}.`;
const addressForm =
	/^amq\.rabbitmq\.reply-to\.g1h2AA([A-Za-z0-9_-]{6})([A-Za-z0-9_-]{6})==\.([A-Za-z0-9_-]{22})==$/;

/** The address of a channel's reply consumer, as the server sees it in reply-to. */
export function replyAddress(channel: ActorId, key: string): string {
	const [connection = '0', number = '0'] = actorName(channel).split('/');
	return `${addressPrefix}g1h2AA${sixLetters(Number(connection))}${sixLetters(Number(number))}==.${key}==`;
}

/** Whether a routing key or queue name is such an address, well-formed or not. */
export function isReplyAddress(name: string): boolean {
	return name.startsWith(addressPrefix);
}

/** Which channel and key an address names; undefined for one somebody made up. */
export function readReplyAddress(
	address: string
): { readonly channel: ActorId; readonly key: string } | undefined {
	const match = addressForm.exec(address);
	if (match === null) return undefined;
	const [, connection = '', number = '', key = ''] = match;
	return { channel: channelId(numberInLetters(connection), numberInLetters(number)), key };
}
