// Where in a JSON file a problem is: the line of the value a path like `processes[2].file` leads to. The only file that
// knows jsonc-parser.
import { findNodeAtLocation, parseTree } from 'jsonc-parser';

const step = /\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g;

/** Line from 1 of the value at a path, or of the nearest value around it; 0 when the text is no JSON at all. */
export function jsonLine(source: string, path: string): number {
	const tree = parseTree(source);
	if (tree === undefined) return 0;
	const steps = [...path.matchAll(step)].map(([, index, quoted, word]) =>
		index === undefined ? (quoted ?? word ?? '') : Number(index)
	);
	for (let length = steps.length; length >= 0; length--) {
		const node = findNodeAtLocation(tree, steps.slice(0, length));
		if (node !== undefined) return source.slice(0, node.offset).split('\n').length;
	}
	return 1;
}
