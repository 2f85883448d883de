// Hands a person an address: in the clipboard, or, where a page may not write to it, in the address bar.
import { formatRoute, type Route } from '../state/route.ts';

/** @returns whether it is in the clipboard */
export async function copyLink(route: Route): Promise<boolean> {
	const hash = formatRoute(route);
	try {
		await navigator.clipboard.writeText(new URL(hash, location.href).href);
		return true;
	} catch {
		history.replaceState(history.state, '', hash);
		return false;
	}
}
