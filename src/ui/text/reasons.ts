// Why a check does not hold. The English is the command line's, too.
import { englishReasons } from '#lesson';
import { Texts } from './texts.svelte.ts';

export { reasonText } from '#lesson';
export const reasonWords = new Texts(englishReasons, () => import('./zh/reasons.ts'));
