import { expect, test } from 'vitest';
import { reasonText } from '../../src/lesson/failure-reason.ts';
import { scriptFailure } from '../../src/lesson/script-check.ts';
import { chinese } from '../../src/ui/text/zh/reasons.ts';
import { eventList } from '../support/event-list.ts';

/** What a script that gives this is understood to say, in both languages, with the event it shows. */
function verdict(found: unknown) {
	const printed = {
		kind: 'process.output',
		actor: 'process:check',
		data: { stream: 'stdout', text: JSON.stringify(found) }
	};
	const failure = scriptFailure('a.js', eventList(printed));
	if (failure === null) return null;
	const { because, seq } = failure;
	return [reasonText(because), reasonText(because, chinese), seq];
}

const both = { en: 'too slow', zh: '太慢' };

test.each([
	[true, null],
	['too slow', ['too slow', 'too slow', null]],
	[both, ['too slow', '太慢', null]],
	[{ en: 'too slow' }, ['too slow', 'too slow', null]],
	[{ because: 'too slow', seq: 7 }, ['too slow', 'too slow', 7]],
	[{ because: both, seq: 7 }, ['too slow', '太慢', 7]]
])('%j is a verdict', (found, expected) => {
	expect(verdict(found)).toEqual(expected);
});

test.each([[null], [false], [1], [{ seq: 7 }], [{ zh: '太慢' }], [{ because: 7 }]])(
	'%j is none, and the student reads so',
	(found) => {
		const [english] = verdict(found) ?? [];
		expect(english).toBe(`checks/a.js gave ${JSON.stringify(found)}, expected true or a reason`);
	}
);
