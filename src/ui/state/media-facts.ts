// What the browser says about the person's machine, now and whenever it changes.
import type { MediaFacts } from './preferences.svelte.ts';

/** Reports the facts at once and on every change. Returns what ends it. */
export function watchMedia(report: (media: MediaFacts) => void): () => void {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');
	const reduced = matchMedia('(prefers-reduced-motion: reduce)');
	const tell = (): void => {
		report({
			prefersDark: dark.matches,
			prefersContrast: contrast.matches,
			prefersReducedMotion: reduced.matches
		});
	};
	tell();
	for (const query of [dark, contrast, reduced]) query.addEventListener('change', tell);
	return () => {
		for (const query of [dark, contrast, reduced]) query.removeEventListener('change', tell);
	};
}
