// What the browser says about the person's machine, now and whenever it changes.
import type { MediaFacts } from './preferences.svelte.ts';

/** Reports the facts at once and on every change. Returns what ends it. */
export function watchMedia(report: (media: MediaFacts) => void): () => void {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const reduced = matchMedia('(prefers-reduced-motion: reduce)');
	const tell = (): void => {
		report({ prefersDark: dark.matches, prefersReducedMotion: reduced.matches });
	};
	tell();
	dark.addEventListener('change', tell);
	reduced.addEventListener('change', tell);
	return () => {
		dark.removeEventListener('change', tell);
		reduced.removeEventListener('change', tell);
	};
}
