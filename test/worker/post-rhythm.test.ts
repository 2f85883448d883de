import { expect, test } from 'vitest';
import { isPostDue, sliceAfter } from '../../src/worker/post-rhythm.ts';

/** Posts made while so many events are computed, each of which takes `eventMs`. */
function postsOf(events: number, eventMs: number): readonly number[] {
	const posts: number[] = [];
	let [nowMs, postedMs, posted, computed] = [0, 0, 0, 0];
	while (computed < events) {
		const slice = Math.min(sliceAfter(computed), events - computed);
		computed += slice;
		nowMs += slice * eventMs;
		if (!isPostDue(computed, posted, nowMs - postedMs)) continue;
		posts.push(computed - posted);
		[posted, postedMs] = [computed, nowMs];
	}
	return posts;
}

test('a short run that is quickly computed is a few messages, not one for each event', () => {
	expect(postsOf(5000, 0.01).length).toBeLessThan(5);
});

test('where an event takes long at the beginning each is shown when it is there', () => {
	expect(postsOf(20, 30)).toEqual(Array.from({ length: 20 }, () => 1));
});

test('no post is larger than a few thousand events, however fast they come', () => {
	const posts = postsOf(100_000, 0);
	expect(Math.max(...posts)).toBeLessThan(2048 + 128);
	expect(posts.length).toBeGreaterThan(40);
});
