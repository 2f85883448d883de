// The words of the home page. Chinese: zh/home.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	title: 'See a remote call make the round trip',
	promise:
		'Roundtrip runs real RabbitMQ and Pomelo programs in your browser, in slow motion. Watch every message, step back and forth in time, change the code and see the whole run change.',
	start: 'Start with the first lesson',
	lessons: 'Lessons',
	own: 'Your own programs',
	/** Before and after the name `amqplib`. */
	invite: [
		'Open a folder of Node.js programs that use ',
		', or a Pomelo game server, and watch it run. You can drop it anywhere on this page. Nothing is uploaded.'
	] as readonly [string, string],
	bringBack: (title: string) => `Bring “${title}” back`,
	kept: 'Kept in this browser',
	versions: (count: number) => (count === 1 ? '1 version' : `${String(count)} versions`),
	unread: (count: number) =>
		`${String(count)} more are kept here by a newer Roundtrip, which this page cannot read. They stay.`,
	exportOne: (title: string) => `Export ${title}`,
	removeOne: (title: string) => `Remove ${title}`,
	removed: (title: string) => `${title} was removed.`,
	scenarios: 'Scenarios to play with',

	picture:
		'A client sends a request through a queue to a server; the reply comes back through a callback queue',
	broker: 'Broker',
	client: 'client',
	server: 'server',
	waits: 'waits',
	busy: 'busy with 3',
	callbackQueue: 'callback queue'
};

export type HomeWords = typeof english;
export const homeWords = new Texts(english, () => import('./zh/home.ts'));
