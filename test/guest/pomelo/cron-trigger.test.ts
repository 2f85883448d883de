// When cron jobs are due, in the notation of Pomelo's scheduler.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCronTime, parseCronTime } from '../../../src/guest/pomelo/cron-trigger.ts';

function next(text: string, after: string): string | null {
	const time = parseCronTime(text);
	if (time === undefined) throw new Error(`no cron time: ${text}`);
	const due = nextCronTime(time, Date.parse(after));
	return due === null ? null : new Date(due).toISOString();
}

describe('a cron time', () => {
	it.each([
		['* * * * * *', '2026-03-01T10:00:00.400Z', '2026-03-01T10:00:01.000Z'],
		['0/10 * * * * *', '2026-03-01T10:00:51.000Z', '2026-03-01T10:01:00.000Z'],
		['0 30 10 * * *', '2026-03-01T10:30:00.000Z', '2026-03-02T10:30:00.000Z'],
		['0 0 8-9,20 * * *', '2026-03-01T09:30:00.000Z', '2026-03-01T20:00:00.000Z'],
		['0 0 0 1 * *', '2026-12-15T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
		['0 0 0 * * 1', '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z']
	])('%s after %s is due at %s', (text, after, due) => {
		expect(next(text, after)).toBe(due);
	});

	it('names the date of a moment as Date does', () => {
		const moments = fc.date({ min: new Date(0), max: new Date('2900-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(moments, (moment) => {
				moment.setUTCMilliseconds(0);
				const fields = [
					moment.getUTCSeconds(),
					moment.getUTCMinutes(),
					moment.getUTCHours(),
					moment.getUTCDate(),
					moment.getUTCMonth(),
					moment.getUTCDay()
				];
				const before = new Date(moment.getTime() - 1000).toISOString();
				expect(next(fields.join(' '), before)).toBe(moment.toISOString());
			})
		);
	});

	it('counts months from 0', () => {
		expect(next('0 0 0 5 1 *', '2026-01-10T00:00:00.000Z')).toBe('2026-02-05T00:00:00.000Z');
	});

	it('is never due on a day that does not exist', () => {
		expect(next('0 0 0 30 1 *', '2026-01-10T00:00:00.000Z')).toBeNull();
	});

	it.each(['*/5 * * * * *', '* * * * *', '60 * * * * *', 'often * * * * *', '1 2 3 4 5 6 7'])(
		'%s is none',
		(text) => {
			expect(parseCronTime(text)).toBeUndefined();
		}
	);
});
