// What stands beside an arrow: a few words, cut to the room there is. Pure.
import type { Flight } from '#trace';

/** Average width of a character at the label's size, pixels; Chinese and other wide ones take two. */
const characterPx = 6.1;

/** The label of a message's arrow that has `roomPx` pixels; '' when nothing sensible fits. */
export function arrowLabel(flight: Flight, roomPx: number): string {
	const [full, short] = labels(flight);
	return fitting(full, short, roomPx);
}

/** The label of one end of a broken arrow: the other end is out of sight, so it is named. */
export function brokenLabel(flight: Flight, part: 'leaves' | 'arrives', roomPx: number): string {
	const [full, short] = labels(flight);
	const { fromNode, toNode } = flight.link;
	return part === 'leaves'
		? fitting(`${full} → ${toNode}`, `${short} → ${toNode}`, roomPx)
		: fitting(`${fromNode} → ${full}`, `${fromNode} →`, roomPx);
}

/** A text, or its short form, cut to `roomPx` pixels; '' when nothing sensible fits. */
export function fitting(full: string, short: string, roomPx: number): string {
	const characters = Math.floor(roomPx / characterPx);
	if (characters < 3) return '';
	const text = widthOf(full) <= characters ? full : short;
	if (widthOf(text) <= characters) return text;
	let cut = '';
	let width = 0;
	for (const character of text) {
		width += widthOf(character);
		if (width > characters - 1) break;
		cut += character;
	}
	return `${cut}…`;
}

function widthOf(text: string): number {
	let width = 0;
	for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
	return width;
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
