// The words of the sequence diagram.
import { Texts } from './texts.svelte.ts';

const english = {
	keys: 'Messages over time: arrow up and down move from message to message, Enter unfolds an exchange, plus and minus change the scale',
	picture: 'Sequence of messages',
	empty: 'Nothing has been sent yet. Press play, or step forward.',
	allHidden: 'Every lifeline is hidden.',
	showAll: 'Show all',
	cut: (events: string) => `The diagram shows the first ${events} events.`,
	shorten: 'Shorten time',
	stretch: 'Stretch time',
	whole: 'Whole run',
	fold: 'Fold protocol exchanges',
	lifelines: 'Lifelines',
	lifelinesHint: 'Shown, from left to right',
	left: (name: string) => `Move ${name} left`,
	right: (name: string) => `Move ${name} right`,
	usual: 'Usual order',
	headHint: (name: string) => `${name}: drag to move, or Alt and arrow left or right`,
	movedTo: (name: string, place: number, all: number) =>
		`${name} is lifeline ${String(place)} of ${String(all)}`,
	exportAs: 'Export the diagram',
	visible: 'What is in view',
	wholeRun: 'The whole run',
	exportCut: (messages: string) =>
		`The picture holds the first ${messages} messages; a longer one would not open.`,
	exported: 'The picture is in your downloads.',
	busy: (span: string) => `busy for ${span}`,
	later: (span: string) => `${span} later`,
	bundle: (count: string, from: string, to: string) => `${count} messages from ${from} to ${to}`,
	lost: (count: string) => `${count} lost`,
	unfold: (words: string) => `Unfold: ${words}`,
	foldAgain: (words: string) => `Fold: ${words}`,
	exchanges: {
		connect: 'opens a connection',
		'set-up': 'sets up queues',
		confirms: 'asks for confirms',
		close: 'closes',
		register: 'registers',
		handshake: 'shakes hands',
		heartbeat: 'heartbeat'
	},
	messages: (count: number) => `${String(count)} messages`
};

export type SequenceWords = typeof english;
export const sequenceWords = new Texts(english, () => import('./zh/sequence.ts'));
