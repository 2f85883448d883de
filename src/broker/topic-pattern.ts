// Topic patterns: words between dots; `*` is exactly one word, `#` any number of them, inside a longer word both are letters.
// Source: https://www.rabbitmq.com/tutorials/tutorial-five-javascript; rabbit_exchange_type_topic.erl (split_topic_key).

/** Whether a routing key matches a binding key, e.g. `topicMatches('kern.#', 'kern.disk.full')`. */
export function topicMatches(pattern: string, routingKey: string): boolean {
	return wordsMatch(wordsOf(pattern), 0, wordsOf(routingKey), 0);
}

/** '' has no words, `a.` has two. */
function wordsOf(key: string): readonly string[] {
	return key === '' ? [] : key.split('.');
}

function wordsMatch(
	pattern: readonly string[],
	patternAt: number,
	words: readonly string[],
	wordAt: number
): boolean {
	for (let p = patternAt, w = wordAt; ; p++, w++) {
		const wanted = pattern[p];
		if (wanted === undefined) return w === words.length;
		if (wanted === '#') {
			if (p === pattern.length - 1) return true;
			for (let from = w; from <= words.length; from++) {
				if (wordsMatch(pattern, p + 1, words, from)) return true;
			}
			return false;
		}
		if (w >= words.length || (wanted !== '*' && wanted !== words[w])) return false;
	}
}
