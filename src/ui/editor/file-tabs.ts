// Short names of files for tabs: the file name, with as much of its folder as it takes to tell it from the others. Pure.

export interface FileTab {
	readonly path: string;
	readonly name: string;
}

/** One tab for each file, in the files' order. */
export function fileTabs(paths: readonly string[]): readonly FileTab[] {
	return paths.map((path) => {
		const parts = path.split('/');
		let taken = 1;
		while (taken < parts.length && isAmbiguous(parts, taken, path, paths)) taken++;
		return { path, name: parts.slice(-taken).join('/') };
	});
}

function isAmbiguous(
	parts: readonly string[],
	taken: number,
	path: string,
	paths: readonly string[]
): boolean {
	const ending = `/${parts.slice(-taken).join('/')}`;
	return paths.some((other) => other !== path && `/${other}`.endsWith(ending));
}
