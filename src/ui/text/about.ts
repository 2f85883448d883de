// The words of the about page. Chinese: zh/about.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	promise:
		'Roundtrip computes what RabbitMQ and Pomelo programs do, message by message, and shows it. It is for students who meet remote calls for the first time, and for those who teach them.',
	version: (version: string) => `Version ${version}`,
	commit: (commit: string) => `commit ${commit}`,

	privacy: 'What stays with you',
	privacyDetails: [
		'Everything is computed in this browser. Programs, folders you open, answers and progress are not sent anywhere; there is no account, no statistics, no cookie, and the page forbids itself to talk to any other server.',
		'What you change and how far you got is kept in this browser alone, until you clear its data. A share link holds the scenario in the part of the address that browsers do not send.'
	],

	fidelity: 'How true it is',
	fidelityDetails:
		'Programs are executed, not imitated, and what they print is compared with recordings of the real RabbitMQ, Pomelo and Node.js. Where the simulation differs on purpose, it is listed.',
	fidelityList: 'Every deliberate difference',
	/** Said where the list is not in the language of the page; '' in English. */
	fidelityNote: '',

	licence: 'Licence',
	licenceDetails: 'Roundtrip is free software under the MIT licence.',
	licenceText: 'The text of the licence',

	thirdParty: 'By others',
	thirdPartyDetails: (count: number) =>
		`This page contains ${String(count)} pieces of work by others, with our thanks. Each is under the licence named.`,
	loading: 'Loading the list …',
	unavailable:
		'The list cannot be loaded now. It is written when the site is built, and lies beside it as third-party.json.'
};

export type AboutWords = typeof english;
export const aboutWords = new Texts(english, () => import('./zh/about.ts'));
