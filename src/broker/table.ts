// AMQP field tables as text: JSON of [key, type, value] triples, so that types survive and nobody parses without need.
// Letters: t boolean, b int8, s int16, I int32, l int64, f float, d double, D decimal [places, digits], S long string,
// x bytes (hex text), T timestamp, V void (null), A array of [type, value] pairs, F table of triples.
// Source: AMQP 0-9-1 specification 4.2.5.5 with RabbitMQ's errata; the choice of types is amqplib's lib/codec.js.

/** A typed value. */
export type FieldValue = readonly [type: string, value: unknown];
/** A field of a table. */
export type TableField = readonly [key: string, type: string, value: unknown];
export type Table = readonly TableField[];

const noFields: Table = [];

/** The fields of a table text; none for null or ''. The text comes from the client library, not from people. */
export function parseTable(text: string | null | undefined): Table {
	if (text === null || text === undefined || text === '') return noFields;
	return JSON.parse(text) as Table;
}

/** The text of a table. */
export function tableText(table: Table): string {
	return JSON.stringify(table);
}

/** The first field of that name. */
export function field(table: Table, key: string): TableField | undefined {
	return table.find((candidate) => candidate[0] === key);
}

/** The table without fields of these names. */
export function withoutFields(table: Table, ...keys: readonly string[]): Table {
	return table.filter((candidate) => !keys.includes(candidate[0]));
}

/**
 * The table with a field set to a value, in the order of names.
 * Source: rabbitmq/rabbitmq-server v3.10.8 rabbit_misc.erl (set_table_value sorts whatever table it changes).
 */
export function withField(table: Table, key: string, type: string, value: unknown): Table {
	return sortedTable([...withoutFields(table, key), [key, type, value]]);
}

/** The table in the order of its names. */
export function sortedTable(table: Table): Table {
	return table.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The words RabbitMQ uses for types in its texts. */
const typeWords: Readonly<Record<string, string>> = {
	t: 'bool',
	b: 'byte',
	s: 'short',
	I: 'signedint',
	l: 'long',
	f: 'float',
	d: 'double',
	D: 'decimal',
	S: 'longstr',
	x: 'binary',
	T: 'timestamp',
	V: 'void',
	A: 'array',
	F: 'table'
};

export function typeWord(type: string): string {
	return typeWords[type] ?? type;
}

export function isInteger(type: string): boolean {
	return type === 'b' || type === 's' || type === 'I' || type === 'l';
}

export function isNumber(type: string): boolean {
	return isInteger(type) || type === 'f' || type === 'd';
}

/** The texts in a field that is an array of long strings (CC, BCC); others are left out. */
export function textsIn(value: unknown): readonly string[] {
	if (!Array.isArray(value)) return [];
	return (value as readonly FieldValue[]).flatMap((item) =>
		item[0] === 'S' && typeof item[1] === 'string' ? [item[1]] : []
	);
}
