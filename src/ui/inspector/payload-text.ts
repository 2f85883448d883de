// A message's content made readable: JSON indented, everything else as it is.
import { detailWords } from '../text/details.ts';

/** Longer contents are cut; the whole is in the trace. */
const charactersMax = 20_000;

export function payloadText(body: string): string {
	const trimmed = body.trim();
	if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
		try {
			return cut(JSON.stringify(JSON.parse(trimmed), null, 2));
		} catch {
			return cut(body);
		}
	}
	return cut(body);
}

function cut(text: string): string {
	return text.length <= charactersMax
		? text
		: `${text.slice(0, charactersMax)}\n… ${detailWords.now.moreCharacters(text.length - charactersMax)}`;
}
