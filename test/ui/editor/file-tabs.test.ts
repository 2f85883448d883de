import { expect, test } from 'vitest';
import { fileTabs } from '../../../src/ui/editor/file-tabs.ts';

test('a tab has the file name, and as much of the folder as tells it apart', () => {
	expect(
		fileTabs(['app.js', 'a/handler/x.js', 'b/handler/x.js', 'b/y.js']).map(({ name }) => name)
	).toEqual(['app.js', 'a/handler/x.js', 'b/handler/x.js', 'y.js']);
	expect(fileTabs(['x.js', 'a/x.js']).map(({ name }) => name)).toEqual(['x.js', 'a/x.js']);
});
