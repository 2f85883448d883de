// Words of sharing: the link, the frame, the read-only view.
import { Texts } from './texts.svelte.ts';

const english = {
	title: 'Share',
	close: 'Close',
	note: 'The link holds the whole scenario: files, your changes, and what you did to the run. Nothing is uploaded.',
	link: 'Link',
	atMoment: (event: number) => `Open it at this moment, event ${String(event)}`,
	copyLink: 'Copy link',
	linkCopied: 'The link is copied.',
	codeCopied: 'The code is copied.',
	notCopied: 'The browser did not let the page copy it: select the text and copy it yourself.',
	long: 'Some chat and mail programs cut links this long.',
	tooLong: (size: string) =>
		`The link would have ${size}, more than every browser opens. Share it as a file instead; “Open file…” reads it again.`,
	saveFile: 'Save as a file',
	embed: 'Code for a page of your own',
	embedNote: 'Stage and run bar, nothing to edit.',
	copyCode: 'Copy code',
	openWhole: 'Open in Roundtrip'
};

export type ShareWords = typeof english;
export const shareWords = new Texts(english, () => import('./zh/share.ts'));
