// Packs the built site (dist/) for a teacher's web server: one zip with a folder `roundtrip` and a text that says how to host it.
// Usage: node .ci/archive.mjs [where to put it: release/]; `npm run archive` builds the site first.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const target = process.argv[2] ?? join(root, 'release');
/** Every entry has this date, so that the same site makes the same archive. In local time, as zip has it. */
const date = new Date(2025, 0, 1);

const howToHost = `Roundtrip ${version}

This folder is a whole web site. It needs no server program, no database and no network.

1. Copy the folder to any web server, at any path, for example so that it is reached as
   https://your-school.example/teaching/roundtrip/
2. Open that address. That is all.

With https:// (or on your own machine) each browser keeps the site when it is first opened, and opens it
without a network from then on. With http:// everything works but that.

To publish a newer version, replace all files. Whoever has the page open is asked whether to reload.

On your own machine, without a web server: \`npx serve roundtrip\` or \`python3 -m http.server\` in this folder.
Opening index.html from the disk does not work: browsers load no programs from there. The project has a
one-file build for that (npm run build:single).

Nothing a visitor types or opens leaves the browser. Licences: about page, and third-party.json.
`;

const entries = await readdir(dist, { recursive: true, withFileTypes: true }).catch(() => []);
const files = entries
	.filter((entry) => entry.isFile())
	.map((entry) => join(entry.parentPath, entry.name))
	.sort();
if (files.length === 0) {
	console.log('There is no built site in dist/: run `npm run build` first.');
	process.exit(2);
}
const content = { 'HOW-TO-HOST.txt': new TextEncoder().encode(howToHost) };
for (const file of files)
	content[relative(dist, file).split(sep).join('/')] = new Uint8Array(await readFile(file));
const archive = zipSync({ roundtrip: content }, { level: 9, mtime: date });
const path = join(target, `roundtrip-${version}.zip`);
await mkdir(target, { recursive: true });
await writeFile(path, archive);
console.log(`${path}: ${files.length} files, ${(archive.length / 1e6).toFixed(1)} MB`);
