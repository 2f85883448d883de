// What stands beside an arrow: a few words, cut to the room there is. Pure.
import type { Flight } from '#trace';

/** Average width of a character at the label's size, pixels. */
const characterPx = 6.1;

/** The label of a message's arrow that has `roomPx` pixels; '' when nothing sensible fits. */
export function arrowLabel(flight: Flight, roomPx: number): string {
	const characters = Math.floor(roomPx / characterPx);
	if (characters < 3) return '';
	const [full, short] = labels(flight);
	const text = full.length <= characters ? full : short;
	return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}

/** The whole label, and the part that matters most. */
function labels({ link, message, answers }: Flight): readonly [full: string, short: string] {
	const { fields, method, body } = message;
	if (link.protocol === 'amqp') {
		const content = body === null ? '' : ` "${body}"`;
		const again = fields['redelivered'] === true ? ' again' : '';
		const verb = method.replace(/^basic\./, '');
		return [`${verb}${content}${again}`, body === null ? verb : `"${body}"`];
	}
	const name = fields['method'] ?? fields['route'];
	if (typeof name === 'string') {
		const last = name.slice(name.lastIndexOf('.') + 1);
		return [`${last}${body === null ? '' : ` ${bare(body)}`}`, last];
	}
	if (message.shape === 'reply') {
		const text = body === null ? `answer to ${answers ?? '?'}` : bare(body);
		return [text, text];
	}
	return [method, method];
}

/** JSON without the brackets of an argument list. */
function bare(json: string): string {
	return json.startsWith('[') ? `(${json.slice(1, -1)})` : json;
}
