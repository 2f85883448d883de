// The notices of everything by others in the built site: the file `third-party.json`, written from what the build has put
// into it. Vite's own `build.license` sees scripts alone: not the engine's wasm, the fonts, the editor's workers (builds
// of their own), the libraries inside the guest image, or the service worker.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, ResolvedConfig, Rolldown } from 'vite';
import type { GuestImageApi } from './vite.guest-image.ts';

/** A package in the site, with the texts its licence asks to pass on. */
interface Notice {
	readonly name: string;
	readonly version: string;
	/** As the package names it, e.g. `MIT`. */
	readonly licence: string;
	readonly texts: readonly string[];
}

const repository = fileURLToPath(new URL('.', import.meta.url));
const noticeFiles = /^(licen[sc]e|copying|notice|third-?party-?notices)/i;

/** What packages hold of others without a notice: the engine itself, and a copy of a package the editor depends on. */
const inside: Readonly<Record<string, () => Notice>> = {
	'quickjs-wasi': () => ({
		name: 'QuickJS-ng',
		version: 'in quickjs-wasi',
		licence: 'MIT',
		texts: [readFileSync(join(repository, 'src/sandbox/quickjs-ng.licence.txt'), 'utf8').trim()]
	}),
	'monaco-editor': () => noticeOf(installed('dompurify'))
};

const installed = (name: string): string => join(repository, 'node_modules', name);

/** Collects over the builds that make the site, and writes with the last of them. */
export class ThirdParty {
	readonly #folders = new Set<string>();
	readonly #besides: readonly string[];

	/** @param besides names of packages that get into the site by another way than the build */
	constructor(besides: readonly string[]) {
		this.#besides = besides;
	}

	/** The Vite plugin for builds within the build: workers. */
	collect(): Plugin {
		const take = this.#takeBuild.bind(this);
		let guest: GuestImageApi | undefined;
		return {
			name: 'roundtrip:third-party-collect',
			configResolved(config) {
				guest = guestImageOf(config);
			},
			generateBundle: (_options, bundle) => take(bundle, guest)
		};
	}

	/** The Vite plugin for the site itself. */
	write(): Plugin {
		const take = this.#takeBuild.bind(this);
		const notices = this.#notices.bind(this);
		let guest: GuestImageApi | undefined;
		return {
			name: 'roundtrip:third-party',
			apply: 'build',
			configResolved(config) {
				guest = guestImageOf(config);
			},
			async generateBundle(_options, bundle) {
				await take(bundle, guest);
				const source = JSON.stringify(notices(), null, '\t');
				this.emitFile({ type: 'asset', fileName: 'third-party.json', source });
			}
		};
	}

	async #takeBuild(bundle: Rolldown.OutputBundle, guest: GuestImageApi | undefined): Promise<void> {
		for (const part of Object.values(bundle)) {
			const files = part.type === 'chunk' ? part.moduleIds : part.originalFileNames;
			for (const file of files) this.#take(file);
		}
		for (const file of (await guest?.files()) ?? []) this.#take(file);
	}

	/** @param file absolute, or below the repository; a query and a mark of a virtual module may be on it */
	#take(file: string): void {
		const path = /(?:.*[/\\])?node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/.exec(file)?.[0];
		if (path !== undefined && !path.includes('\0'))
			this.#folders.add(path.startsWith('node_modules') ? join(repository, path) : path);
	}

	#notices(): Notice[] {
		const found = [...new Set([...this.#folders, ...this.#besides.map(installed)])];
		const notices = found
			.filter((folder) => existsSync(join(folder, 'package.json')))
			.flatMap((folder) => {
				const notice = noticeOf(folder);
				const within = inside[notice.name];
				return within === undefined ? [notice] : [notice, within()];
			});
		const key = ({ name, version }: Notice): string => `${name.toLowerCase()} ${version}`;
		return notices.sort((a, b) => (key(a) < key(b) ? -1 : 1));
	}
}

/** The guest image of a build: a bundle of its own, which the build holds as text. */
function guestImageOf({ plugins }: ResolvedConfig): GuestImageApi | undefined {
	return plugins.find(({ name }) => name === 'roundtrip:guest-image')?.api as
		GuestImageApi | undefined;
}

function noticeOf(folder: string): Notice {
	const { name, version, license } = JSON.parse(
		readFileSync(join(folder, 'package.json'), 'utf8')
	) as { readonly name: string; readonly version: string; readonly license?: string };
	const texts = readdirSync(folder)
		.filter((file) => noticeFiles.test(file))
		.sort()
		.map((file) => readFileSync(join(folder, file), 'utf8').trim());
	// Who passes a package on must pass its licence on: better no site than one without.
	if (license === undefined || texts.length === 0)
		throw new Error(`The package ${name} in ${dirname(folder)} has no licence or no text of it`);
	return { name, version, licence: license, texts };
}
