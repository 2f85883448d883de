// Who has a lifeline in the sequence diagram and in which order: clients, broker, servers, then as a person arranged them.
// Pure.

export type LifelineRole = 'client' | 'broker' | 'server' | 'master';

export interface Lifeline {
	/** Machine name: a process, or `broker`. */
	readonly node: string;
	readonly role: LifelineRole;
}

/** How a person arranged the lifelines of a scenario; names of machines. */
export interface LifelineOrder {
	/** From left to right, as far as moved; others keep their usual place behind their neighbours. */
	readonly order: readonly string[];
	readonly hidden: readonly string[];
}

export const usualOrder: LifelineOrder = { order: [], hidden: [] };

const ranks = { client: 0, broker: 1, server: 2, master: 3 } as const;

/** Lifelines from left to right: within a role in the order of their first start, unless a person moved them. */
export function arranged<T extends Lifeline>(
	lifelines: readonly T[],
	{ order }: LifelineOrder
): readonly T[] {
	const usual = lifelines.toSorted((a, b) => ranks[a.role] - ranks[b.role]);
	const places = new Map(order.map((node, place) => [node, place]));
	const moved = usual
		.filter(({ node }) => places.has(node))
		.sort((a, b) => (places.get(a.node) ?? 0) - (places.get(b.node) ?? 0));
	// Whoever was not there when the person moved the others stands where it would usually stand.
	let next = 0;
	return usual.map((lifeline) =>
		places.has(lifeline.node) ? (moved[next++] ?? lifeline) : lifeline
	);
}

/** The order after moving one lifeline by some places among all of them. */
export function moved(lifelines: readonly Lifeline[], node: string, places: number): string[] {
	const names = lifelines.map((lifeline) => lifeline.node);
	const from = names.indexOf(node);
	if (from < 0) return names;
	const to = Math.min(Math.max(from + places, 0), names.length - 1);
	names.splice(from, 1);
	names.splice(to, 0, node);
	return names;
}

/** Reads an arrangement that was kept as text; anything else is the usual one. */
export function readOrder(text: string | null): LifelineOrder {
	if (text === null) return usualOrder;
	try {
		const kept: unknown = JSON.parse(text);
		if (typeof kept !== 'object' || kept === null) return usualOrder;
		const { order, hidden } = kept as Readonly<Record<string, unknown>>;
		return { order: namesIn(order), hidden: namesIn(hidden) };
	} catch {
		return usualOrder;
	}
}

function namesIn(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
