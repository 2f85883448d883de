// The sign and the word of each kind of exchange. Signs are SVG paths around (0, 0).
import type { ExchangeState } from '#broker';

export type ExchangeKind = 'default' | 'direct' | 'fanout' | 'topic' | 'headers';

/** default: an equals sign (key = queue name); direct: an arrow; fanout: rays; topic: a hash; headers: lines. */
export const exchangeSigns: Readonly<Record<ExchangeKind, string>> = {
	default: 'M-9-4H9M-9 4H9',
	direct: 'M-11 0H10M4-6L10 0L4 6',
	fanout: 'M-10 0H0M0 0L10-9M0 0H11M0 0L10 9',
	topic: 'M-4-10L-7 10M6-10L3 10M-10-4H10M-11 4H9',
	headers: 'M-10-7H10M-10 0H10M-10 7H4'
};

export interface ExchangeLook {
	readonly kind: ExchangeKind;
	/** Messages that found no way on, so far. */
	readonly unroutable: number;
}

/** The look of an exchange; undefined state: it does not exist. */
export function exchangeLook(state: ExchangeState | undefined): ExchangeLook | null {
	if (state === undefined) return null;
	const { name, type } = state.definition;
	return { kind: name === '' ? 'default' : type, unroutable: state.unroutable };
}
