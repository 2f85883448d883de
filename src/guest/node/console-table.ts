// console.table's boxes.
// Source: Node.js v20 lib/internal/cli_table.js and lib/internal/console/constructor.js.

import {
	ArrayPrototypeUnshift,
	MapPrototypeForEach,
	MathMax,
	ObjectKeys,
	ObjectPrototypeHasOwnProperty,
	ArrayIsArray,
	SetPrototypeForEach,
	StringPrototypeRepeat
} from './primordials.ts';
import { isMap, isSet, isTypedArray } from './value-kinds.ts';
import { getStringWidth, inspect } from './inspect.ts';

function cell(value: unknown): string {
	const isWide =
		value !== null &&
		typeof value === 'object' &&
		!ArrayIsArray(value) &&
		!isTypedArray(value) &&
		ObjectKeys(value).length > 2;
	return inspect(value, { depth: isWide ? -1 : 0, maxArrayLength: 3, breakLength: Infinity });
}

type Column = (string | undefined)[];

/** The table as text without a final newline; undefined when `data` is no object. `properties` picks columns. */
export function tableText(data: unknown, properties?: readonly string[]): string | undefined {
	if (data === null || typeof data !== 'object') return undefined;
	const rows: Column = [];
	const values: Column = [];
	if (isMap(data)) {
		const keys: Column = [];
		MapPrototypeForEach(data, (value: unknown, key: unknown) => {
			rows[rows.length] = cell(rows.length);
			keys[keys.length] = cell(key);
			values[values.length] = cell(value);
		});
		return render(['(iteration index)', 'Key', 'Values'], [rows, keys, values]);
	}
	if (isSet(data)) {
		SetPrototypeForEach(data, (value: unknown) => {
			rows[rows.length] = cell(rows.length);
			values[values.length] = cell(value);
		});
		return render(['(iteration index)', 'Values'], [rows, values]);
	}
	return recordTable(data as Record<string, unknown>, properties);
}

function recordTable(data: Record<string, unknown>, properties?: readonly string[]): string {
	const rows = ObjectKeys(data);
	const names: string[] = [];
	const columns = { __proto__: null } as unknown as Record<string, Column>;
	const values: Column = [];
	let hasPrimitives = false;
	for (let row = 0; row < rows.length; row++) {
		const item = data[rows[row] as string];
		const isPrimitive = item === null || (typeof item !== 'function' && typeof item !== 'object');
		if (properties === undefined && isPrimitive) {
			hasPrimitives = true;
			values[row] = cell(item);
			continue;
		}
		const keys = properties ?? ObjectKeys(item as object);
		for (let at = 0; at < keys.length; at++) {
			const key = keys[at] as string;
			let column = columns[key];
			if (column === undefined) {
				column = [];
				columns[key] = column;
			}
			const isThere = !isPrimitive && ObjectPrototypeHasOwnProperty(item, key);
			column[row] = isThere ? cell((item as Record<string, unknown>)[key]) : '';
		}
	}
	const keys = ObjectKeys(columns);
	const all: Column[] = [];
	for (let at = 0; at < keys.length; at++) {
		names[at] = keys[at] as string;
		all[at] = columns[keys[at] as string] as Column;
	}
	if (hasPrimitives) {
		names[names.length] = 'Values';
		all[all.length] = values;
	}
	ArrayPrototypeUnshift(names, '(index)');
	ArrayPrototypeUnshift(all, rows);
	return render(names, all);
}

function render(head: readonly string[], columns: readonly Column[]): string {
	const widths: number[] = [];
	let rowCount = 0;
	for (let at = 0; at < head.length; at++) {
		const column = columns[at] as Column;
		let width = getStringWidth(head[at] as string);
		for (let row = 0; row < column.length; row++) {
			width = MathMax(width, getStringWidth(column[row] ?? ''));
		}
		widths[at] = width + 2;
		rowCount = MathMax(rowCount, column.length);
	}
	let text = `${rule('┌', '┬', '┐', widths)}\n${rowText(head, widths)}\n${rule('├', '┼', '┤', widths)}\n`;
	for (let row = 0; row < rowCount; row++) {
		const cells: string[] = [];
		for (let at = 0; at < columns.length; at++) cells[at] = (columns[at] as Column)[row] ?? '';
		text += `${rowText(cells, widths)}\n`;
	}
	return text + rule('└', '┴', '┘', widths);
}

function rule(left: string, middle: string, right: string, widths: readonly number[]): string {
	let text = left;
	for (let at = 0; at < widths.length; at++) {
		text += (at === 0 ? '' : middle) + StringPrototypeRepeat('─', widths[at] as number);
	}
	return text + right;
}

function rowText(cells: readonly string[], widths: readonly number[]): string {
	let text = '│ ';
	for (let at = 0; at < cells.length; at++) {
		const content = cells[at] as string;
		const space = (widths[at] as number) - getStringWidth(content) - 2;
		text += `${at === 0 ? '' : ' │ '}${content}${StringPrototypeRepeat(' ', space)}`;
	}
	return `${text} │`;
}
