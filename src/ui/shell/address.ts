// The browser's address while the cursor moves: it names the place and the moment, so that a reload or a copied address
// comes back here. One entry of the history per place: the moment is replaced, never added.
import { formatRoute, hasRun, isSamePlace, parseRoute, type Route } from '../state/route.ts';

/** Milliseconds the cursor has to rest. */
const restMs = 400;

/**
 * Writes the moment into the address once the cursor rests.
 * @param home the cursor position the place begins at by itself; it needs no moment
 * @returns what gives it up, because the cursor moves on
 */
export function writeMoment(route: Route, cursor: number, home: number): () => void {
	const found = location.hash;
	const timer = setTimeout(() => {
		// An address that came meanwhile is where somebody wants to go: its event may not have reached the page yet.
		if (location.hash !== found) return;
		// Somebody may have put another address there to be copied.
		if (!hasRun(route) || !isSamePlace(parseRoute(found), route)) return;
		const hash = formatRoute({ ...route, event: cursor === home ? undefined : cursor });
		if (hash !== found) history.replaceState(history.state, '', hash);
	}, restMs);
	return () => {
		clearTimeout(timer);
	};
}
