// The sign and the word of each kind of exchange. Signs are SVG paths around (0, 0).
import type { ExchangeState, ExchangeType } from '#broker';

export type ExchangeKind = 'default' | ExchangeType;

/** default: an equals sign (key = queue name); direct: an arrow; fanout: rays; topic: a hash; headers: lines. */
export const exchangeSigns: Readonly<Record<ExchangeKind, string>> = {
	default: 'M-9-4H9M-9 4H9',
	direct: 'M-11 0H10M4-6L10 0L4 6',
	fanout: 'M-10 0H0M0 0L10-9M0 0H11M0 0L10 9',
	topic: 'M-4-10L-7 10M6-10L3 10M-10-4H10M-11 4H9',
	headers: 'M-10-7H10M-10 0H10M-10 7H4'
};

export interface ExchangeLook {
	/** null: nobody ever declares it. */
	readonly kind: ExchangeKind | null;
	readonly exists: boolean;
	/** Messages that found no way on, so far. */
	readonly unroutable: number;
}

/**
 * The look of an exchange at the cursor.
 * @param declared what it is declared as at some time of the run, for when it does not exist at the cursor
 */
export function exchangeLook(
	name: string,
	state: ExchangeState | undefined,
	declared: ExchangeType | undefined
): ExchangeLook {
	const type = state?.definition.type ?? declared ?? null;
	return {
		kind: name === '' ? 'default' : type,
		exists: state !== undefined,
		unroutable: state?.unroutable ?? 0
	};
}
