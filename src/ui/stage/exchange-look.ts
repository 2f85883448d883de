// The sign of each kind of exchange, as an SVG path around (0, 0).

export type ExchangeType = 'direct' | 'fanout' | 'topic' | 'headers';

/** direct: an arrow; fanout: a star of rays; topic: a hash; headers: lines. */
export const exchangeSigns: Readonly<Record<ExchangeType, string>> = {
	direct: 'M-11 0H10M4-6L10 0L4 6',
	fanout: 'M-10 0H0M0 0L10-9M0 0H11M0 0L10 9',
	topic: 'M-4-10L-7 10M6-10L3 10M-10-4H10M-11 4H9',
	headers: 'M-10-7H10M-10 0H10M-10 7H4'
};
