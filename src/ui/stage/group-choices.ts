// A person's choices of open and folded groups as text, for the browser to keep, and back. Pure.
import type { ActorId } from '#kernel/events';
import type { GroupChoice, GroupChoices } from './stage-form.ts';

export function withChoice(
	choices: GroupChoices,
	group: string,
	choice: GroupChoice
): GroupChoices {
	return new Map(choices).set(group, choice);
}

export function writeChoices(choices: GroupChoices): string {
	return JSON.stringify([...choices]);
}

/** What was written; nothing where that is not to be understood. */
export function parseChoices(text: string | null): GroupChoices {
	const choices = new Map<string, GroupChoice>();
	let pairs: unknown;
	try {
		pairs = JSON.parse(text ?? '[]');
	} catch {
		return choices;
	}
	if (!Array.isArray(pairs)) return choices;
	for (const pair of pairs as readonly unknown[]) {
		if (!Array.isArray(pair)) continue;
		const [group, choice] = pair as readonly unknown[];
		if (typeof group !== 'string') continue;
		if (choice === 'open' || choice === 'folded') choices.set(group, choice);
		else if (Array.isArray(choice)) choices.set(group, choice.filter(isActorId));
	}
	return choices;
}

function isActorId(value: unknown): value is ActorId {
	return typeof value === 'string' && /^[a-z]+:/.test(value);
}
