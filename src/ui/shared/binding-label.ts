// What a binding is called in a picture.
import { parseTable, type Binding } from '#broker';

/** The key of a binding; for one with arguments (a headers exchange) what it asks of the headers. */
export function bindingLabel({ key, arguments: table }: Binding): string {
	const headers = parseTable(table).map(([name, , value]) => `${name}=${String(value)}`);
	return headers.length === 0 ? key : headers.join(' ');
}
