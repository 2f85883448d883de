// Everything on the stage that the keyboard can go to: figures, folded groups, the titles of open ones. Pure.
import type { Rect } from './edge-router.ts';
import type { Placement } from './placed.ts';
import type { Stop } from './roving-focus.ts';

/** Stops in reading order: by column of the drawing, then down. */
export function stopsOf({ nodes, cards, groups }: Placement): readonly Stop[] {
	const stops: Stop[] = [...nodes.values()].map((rect) => ({ id: rect.node.id, rect }));
	for (const rect of cards.values()) stops.push({ id: rect.group.id, rect });
	for (const { group, x, y, width } of groups) {
		// The title of a group whose other members are behind a card has no stop of its own: the card's is near enough.
		if (group === null || group.members.length === 1 || cards.has(group.id)) continue;
		const rect: Rect = { x: x + 8, y: y + 6, width: width - 16, height: 20 };
		stops.push({ id: group.id, rect });
	}
	return stops.sort((a, b) => a.rect.x - b.rect.x || a.rect.y - b.rect.y);
}
