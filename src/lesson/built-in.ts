// The scenarios and lessons of this repository, put into the bundle by Vite (site, command line and tests alike).
import { Catalogue } from './catalogue.ts';

const root = '/lessons/';

const files = import.meta.glob<string>(
	['/lessons/**/*.{md,json,js,mjs,cjs,txt}', '!/lessons/README.md', '!/lessons/package.json'],
	{ query: '?raw', import: 'default', eager: true }
);

/** The built-in content. */
export const builtIn = new Catalogue(
	Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(root.length), text]))
);
