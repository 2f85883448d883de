// The headers exchange: a binding's arguments against a message's headers.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_exchange_type_headers.erl.
import { field, isNumber, type FieldValue, type Table, type TableField } from './table.ts';

/** Whether a message with these headers matches a binding with these arguments (x-match included). */
export function headersMatch(binding: Table, headers: Table): boolean {
	const wanted = wantedFields(binding);
	const matches = (argument: TableField) => fieldMatches(argument, headers);
	return wantsAny(binding) ? wanted.some(matches) : wanted.every(matches);
}

/** Whether one fitting header is enough. */
export function wantsAny(binding: Table): boolean {
	const mode = xMatch(binding);
	return mode === 'any' || mode === 'any-with-x';
}

/** The arguments that are compared: those starting `x-` only where x-match says so. */
export function wantedFields(binding: Table): readonly TableField[] {
	const mode = xMatch(binding);
	const withX = mode === 'all-with-x' || mode === 'any-with-x';
	return binding.filter(([key]) => key !== 'x-match' && (withX || !key.startsWith('x-')));
}

/** A null argument asks only for presence. */
export function fieldMatches([key, type, value]: TableField, headers: Table): boolean {
	const found = field(headers, key);
	if (found === undefined) return false;
	return type === 'V' || sameValue([type, value], [found[1], found[2]]);
}

/** How the arguments are to be matched; `all` unless they say otherwise. */
export function xMatch(binding: Table): unknown {
	const found = field(binding, 'x-match');
	return found === undefined ? 'all' : found[2];
}

/** Equal values; all number types compare by value, everything else must have the same type. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
	if (isNumber(a[0]) && isNumber(b[0])) return a[1] === b[1];
	return a[0] === b[0] && JSON.stringify(a[1]) === JSON.stringify(b[1]);
}
