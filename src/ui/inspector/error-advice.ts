// Which of what RabbitMQ's errors mean fits an error. The broker's own sentence is shown with it; the words: text/advice.ts.
// Source: https://www.rabbitmq.com/docs/channels#error-handling, AMQP 0-9-1 specification 1.2 (reply codes).
import { adviceWords } from '../text/advice.ts';
import type { Advice } from './event-advice.ts';

interface Known {
	readonly meaning: string;
	readonly attempt: string;
}

/** The advice for an error of a channel or connection. `text`: the broker's sentence. */
export function adviceForError(
	code: number,
	text: string,
	scope: 'channel' | 'connection',
	client: string
): Advice {
	const words = adviceWords.now;
	const byCode: Readonly<Record<number, Known>> = words.byCode;
	const [, known = byCode[code]] =
		Object.entries<Known>(words.byText).find(([part]) => text.includes(part)) ?? [];
	return {
		meaning: words.both(known?.meaning ?? words.refused, words.scopes[scope](client)),
		attempt: known?.attempt ?? null,
		tone: 'problem'
	};
}
