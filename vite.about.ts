// What the about page says of the build: the module `virtual:about`, with the version, the commit where it is known, the
// licence, and the statement of what differs from the real things (ARCHITECTURE.md, Fidelity).
import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import type { Plugin } from 'vite';

const id = 'virtual:about';
const repository = fileURLToPath(new URL('.', import.meta.url));

function git(...args: string[]): string {
	return execFileSync('git', args, {
		cwd: repository,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	}).trim();
}

/** The commit in short, with `-dirty` when files differ from it; '' without git or outside a checkout of this project. */
function commit(): string {
	try {
		// An unpacked archive may lie inside somebody else's checkout.
		if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(repository)) return '';
		return git('describe', '--always', '--dirty', '--exclude=*', '--abbrev=10');
	} catch {
		return '';
	}
}

/** The Vite plugin that serves `virtual:about`. */
export function about(): Plugin {
	const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
	return {
		name: 'roundtrip:about',
		resolveId: (source) => (source === id ? `\0${id}` : undefined),
		load(loaded) {
			if (loaded !== `\0${id}`) return undefined;
			for (const file of ['package.json', 'ARCHITECTURE.md', 'LICENSE'])
				this.addWatchFile(join(repository, file));
			const { version } = JSON.parse(read('package.json')) as { readonly version: string };
			const [, fidelity = ''] = read('ARCHITECTURE.md').split(/^## Fidelity$/m);
			const facts = {
				version,
				commit: commit(),
				licence: read('LICENSE'),
				fidelityHtml: marked.parse(fidelity.split(/^## /m)[0] ?? '', { async: false })
			};
			return `export const about = ${JSON.stringify(facts)};`;
		}
	};
}
