// Ways to log in. Only PLAIN works against the simulated broker, as RabbitMQ offers PLAIN and AMQPLAIN by default
// and the wire here carries user and password as they are.
// Source: amqplib index.d.ts (`credentials`), SSL guide of its documentation.

import { bufferOfText } from './node-modules.ts';

/** What connect needs to log in. */
export interface Credentials {
	readonly mechanism: string;
	response(): unknown;
	readonly username?: string;
	readonly password?: string;
}

/** User and password separated by zero bytes. */
export function plain(username: string, password: string) {
	return {
		mechanism: 'PLAIN',
		response: () => bufferOfText(`\0${username}\0${password}`),
		username,
		password
	};
}

/** User and password as a table of two long strings. */
export function amqplain(username: string, password: string) {
	return {
		mechanism: 'AMQPLAIN',
		response: () => bufferOfText(`${longText('LOGIN', username)}${longText('PASSWORD', password)}`),
		username,
		password
	};
}

/** The certificate of the connection says who it is. */
export function external() {
	return { mechanism: 'EXTERNAL', response: () => bufferOfText('') };
}

const fromCode = String.fromCharCode;

/** One row of a table: name, type S, length in four bytes, text. Lengths beyond 127 do not occur in user names. */
function longText(name: string, value: string): string {
	return `${fromCode(name.length)}${name}S\0\0\0${fromCode(value.length)}${value}`;
}
