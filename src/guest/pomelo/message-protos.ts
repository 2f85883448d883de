// What `connectorConfig.useProtobuf` does to messages that config/serverProtos.json or clientProtos.json list (or the files
// that `protobufConfig` names): only declared fields get through, whole-number types lose their fraction, a message
// without a required field, its own or that of a message inside, arrives empty.
// Source: NetEase/pomelo lib/components/protobuf.js; pomelo-protobuf 0.4.0 lib/{parser,encoder,decoder}.js.
// Differs: on the simulated wire bodies stay readable JSON; numbers too large for their type keep their value.

import {
	ArrayIsArray,
	JSONStringify,
	NumberIsNaN,
	NumberParseInt,
	StringPrototypeSplit
} from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, isObject, textOf, type Fields } from './dynamic.ts';
import { fileExists } from './loader.ts';
import type { Platform } from './platform.ts';

const { fround } = Math;

/** One declared field: `"repeated User users": 2`. */
interface ProtoField {
	readonly option: string;
	readonly type: string;
	readonly tag: unknown;
}

/** A declared message: its fields by name, and beside them what pomelo-protobuf keeps there. */
interface Proto extends Record<string, unknown> {
	/** The message types declared inside. */
	readonly __messages: Protos;
	/** Names of the fields by tag. */
	readonly __tags: Record<string, string>;
}

/** Declared messages by route; one named `message X` may be the type of a field anywhere. */
type Protos = Record<string, Proto | undefined>;

/** The declarations of an application. */
export class MessageProtos {
	readonly name = '__protobuf__';
	readonly serverProtos: Protos;
	readonly clientProtos: Protos;
	/** Changes with the declarations; empty when there are none. */
	version = '';

	/** `opts`: the application's protobufConfig, {serverProtos, clientProtos}: paths below the base. */
	constructor(app: Application, platform: Platform, opts?: unknown) {
		const server = protosPath(app, platform, opts, 'serverProtos');
		const client = protosPath(app, platform, opts, 'clientProtos');
		this.serverProtos = readProtos(platform, server);
		this.clientProtos = readProtos(platform, client);
		if (fileExists(platform, server) || fileExists(platform, client)) {
			const text = JSONStringify(this.clientProtos) + JSONStringify(this.serverProtos);
			this.version = platform.md5(text, 'base64');
		}
	}

	getProtos(): Fields {
		return { server: this.serverProtos, client: this.clientProtos, version: this.version };
	}

	getVersion(): string {
		return this.version;
	}

	/** What a client sees of a message of this route. Throws a TypeError for values the encoder cannot write. */
	toClient(route: string, body: unknown): unknown {
		return shape({ protos: this.serverProtos, isStrict: true }, route, body);
	}

	/** What the server sees of it. */
	fromClient(route: string, body: unknown): unknown {
		return shape({ protos: this.clientProtos, isStrict: false }, route, body);
	}
}

function protosPath(app: Application, platform: Platform, opts: unknown, name: string): string {
	const given = field(opts, name);
	if (given) return platform.join(app.getBase(), textOf(given));
	const own = `${app.getBase()}/config/${name}.json`;
	if (fileExists(platform, own)) return own;
	return `${app.getBase()}/config/${textOf(app.get('env'))}/${name}.json`;
}

function readProtos(platform: Platform, path: string): Protos {
	const protos: Protos = {};
	if (!fileExists(platform, path)) return protos;
	const declared = platform.require(path);
	for (const route in isObject(declared) ? declared : {}) {
		protos[route] = parseProto(field(declared, route));
	}
	return protos;
}

/** Takes a declaration apart; words that are none are passed over, as is a second field of the same tag. */
function parseProto(declared: unknown): Proto {
	const fields: Fields = {};
	const messages: Protos = {};
	const tags: Record<string, string> = {};
	for (const words in isObject(declared) ? declared : {}) {
		const parts = StringPrototypeSplit(words, ' ');
		const option = parts[0] ?? '';
		const tag = field(declared, words);
		if (option === 'message') {
			if (parts.length === 2) messages[parts[1] ?? ''] = parseProto(tag);
		} else if (option === 'required' || option === 'optional' || option === 'repeated') {
			const name = parts[2] ?? '';
			if (parts.length !== 3 || tags[textOf(tag)]) continue;
			fields[name] = { option, type: parts[1] ?? '', tag };
			tags[textOf(tag)] = name;
		}
	}
	fields.__messages = messages;
	fields.__tags = tags;
	return fields as Proto;
}

/** The field a message declares under this name, if it does. */
function fieldNamed(proto: Proto, name: string): ProtoField | undefined {
	const declared = proto[name] as ProtoField | undefined;
	return declared?.option === undefined ? undefined : declared;
}

/** How messages of one direction are shaped. Clients refuse to send what does not fit, which is not imitated here. */
interface Rules {
	readonly protos: Protos;
	readonly isStrict: boolean;
}

/** The declaration of a field's type when that is a message: declared right there, or for all. */
function messageType(rules: Rules, proto: Proto, type: string): Proto | undefined {
	return proto.__messages[type] ?? rules.protos[`message ${type}`];
}

function shape(rules: Rules, route: string, body: unknown): unknown {
	const proto = rules.protos[route];
	if (proto === undefined) return body;
	return isComplete(rules, proto, body) ? shapeMessage(rules, proto, body as Fields) : {};
}

/** Are all required fields there, in this message and in those inside? */
function isComplete(rules: Rules, proto: Proto, body: unknown): boolean {
	if (!body) return false;
	for (const name in proto) {
		const declared = fieldNamed(proto, name);
		if (declared === undefined) continue;
		const value = field(body, name);
		if (value === undefined && declared.option === 'required') return false;
		const message = messageType(rules, proto, declared.type);
		if (message === undefined || value === undefined) continue;
		if (declared.option !== 'repeated') {
			if (!isComplete(rules, message, value)) return false;
			continue;
		}
		const values = ArrayIsArray(value) ? (value as unknown[]) : [];
		for (let index = 0; index < values.length; index++) {
			if (!isComplete(rules, message, values[index])) return false;
		}
	}
	return true;
}

function shapeMessage(rules: Rules, proto: Proto, body: Fields): Fields {
	const shaped: Fields = {};
	for (const name in body) {
		const declared = fieldNamed(proto, name);
		const value = body[name];
		if (declared === undefined || value === undefined) continue;
		if (declared.option !== 'repeated') {
			shaped[name] = shapeValue(declared.type, rules, proto, value);
			continue;
		}
		const list: unknown[] = [];
		const values = ArrayIsArray(value) ? (value as unknown[]) : [];
		for (let index = 0; index < values.length; index++) {
			list[index] = shapeValue(declared.type, rules, proto, values[index]);
		}
		if (list.length > 0) shaped[name] = list;
	}
	return shaped;
}

function shapeValue(type: string, rules: Rules, proto: Proto, value: unknown): unknown {
	switch (type) {
		case 'uInt32':
		case 'int32':
		case 'sInt32':
			return wholeNumber(type, rules, value);
		case 'float':
			return fround(Number(value));
		case 'double':
			return Number(value);
		case 'string':
			return text(rules, value);
		default: {
			const message = messageType(rules, proto, type);
			return message !== undefined && isObject(value)
				? shapeMessage(rules, message, value)
				: undefined;
		}
	}
}

function wholeNumber(type: string, rules: Rules, value: unknown): number {
	const number = NumberParseInt(textOf(value), 10);
	if (rules.isStrict && (NumberIsNaN(number) || (type === 'uInt32' && number < 0))) {
		throw new TypeError("Cannot read properties of null (reading 'length')");
	}
	return number;
}

function text(rules: Rules, value: unknown): string {
	if (rules.isStrict && typeof value !== 'string') {
		throw new TypeError(
			'The "string" argument must be of type string or an instance of Buffer or ArrayBuffer.'
		);
	}
	return textOf(value);
}
