// Names the broker draws for what a client left unnamed. Chance comes in, and goes back, as plain state.
import { Random, type RandomState } from '#kernel';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** A prefix with 22 characters of [A-Za-z0-9_-] behind it, as RabbitMQ draws them, and the generator's next state. */
export function drawName(
	prefix: 'amq.gen-' | 'amq.ctag-' | '',
	state: RandomState
): { readonly name: string; readonly random: RandomState } {
	const random = new Random(state);
	let name: string = prefix;
	for (let index = 0; index < 22; index++) name += letters.charAt(random.below(64));
	return { name, random: random.state };
}

/** A whole number below 64^6 in six letters of that alphabet. */
export function sixLetters(number: number): string {
	let text = '';
	for (let rest = number, index = 0; index < 6; index++, rest = Math.floor(rest / 64)) {
		text = letters.charAt(rest % 64) + text;
	}
	return text;
}

/** The number in six such letters. */
export function numberInLetters(text: string): number {
	let number = 0;
	for (const letter of text) number = number * 64 + letters.indexOf(letter);
	return number;
}
