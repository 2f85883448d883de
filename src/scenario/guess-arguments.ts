// Arguments a program would be started with, guessed from the usage it prints: `Usage: rpc_client.js num` gives `20`.

/** A number that computes quickly and still shows, e.g. for Fibonacci. */
const someNumber = '20';

function guessWord(word: string): string[] {
	const bare = word.replace(/[[\]<>(){}]/g, '');
	if (bare === '' || /^(?:\.{3}|…)$/.test(bare)) return [];
	// A pattern of words, as in `<facility>.<severity>`: the one that takes everything.
	if (/^\w+(?:\.\w+)+$/.test(bare)) return ['#'];
	if (/^(?:n|num|nums|number|numbers|count|times|amount|size|seconds|ms)$/i.test(bare))
		return [someNumber];
	return [bare.replace(/\.{3}$|…$/, '')];
}

/** The words of the first usage line in a program's text as arguments; none when it prints no usage. */
export function guessArguments(source: string): string[] {
	const usage = /usage:?\s*(?:node\s+)?(?:\$?\S*\.[cm]?js)[ \t]+([^"'`\n\\]+)/i.exec(source)?.[1];
	return (usage ?? '').split(/\s+/).flatMap(guessWord);
}
