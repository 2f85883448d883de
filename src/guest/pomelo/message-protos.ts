// What `connectorConfig.useProtobuf` does to messages that config/serverProtos.json or clientProtos.json list: only
// declared fields get through, whole-number types lose their fraction, a message without a required field arrives empty.
// Source: NetEase/pomelo lib/components/protobuf.js; pomelo-protobuf 0.4.0 lib/{parser,encoder,decoder}.js.
// Differs: on the simulated wire bodies stay readable JSON; numbers too large for their type keep their value.

import { ArrayIsArray, MathTrunc, StringPrototypeSplit } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { field, isObject, textOf, type Fields } from './dynamic.ts';
import { fileExists } from './loader.ts';
import type { Platform } from './platform.ts';

const { fround } = Math;

/** One declared field: `"repeated User users": 2`. */
interface ProtoField {
	readonly option: string;
	readonly type: string;
}

/** A declared message: its fields, and the message types it may name. */
interface Proto {
	readonly fields: Record<string, ProtoField | undefined>;
	readonly messages: Record<string, Proto | undefined>;
}

/** The declarations of an application. */
export class MessageProtos {
	readonly name = '__protobuf__';
	readonly #server: Record<string, Proto | undefined>;
	readonly #client: Record<string, Proto | undefined>;

	constructor(app: Application, platform: Platform) {
		this.#server = readProtos(app, platform, 'serverProtos');
		this.#client = readProtos(app, platform, 'clientProtos');
	}

	/** What a client sees of a message of this route. */
	toClient(route: string, body: unknown): unknown {
		return shape(this.#server, route, body);
	}

	/** What the server sees of it. */
	fromClient(route: string, body: unknown): unknown {
		return shape(this.#client, route, body);
	}
}

function readProtos(
	app: Application,
	platform: Platform,
	name: string
): Record<string, Proto | undefined> {
	const own = `${app.getBase()}/config/${name}.json`;
	const perEnvironment = `${app.getBase()}/config/${textOf(app.get('env'))}/${name}.json`;
	const path = fileExists(platform, own) ? own : perEnvironment;
	const protos: Record<string, Proto | undefined> = {};
	if (!fileExists(platform, path)) return protos;
	const declared = platform.require(path);
	for (const route in isObject(declared) ? declared : {}) {
		protos[route] = parseProto(field(declared, route));
	}
	return protos;
}

/** Takes a declaration apart; words that are none are passed over. */
function parseProto(declared: unknown): Proto {
	const proto: Proto = { fields: {}, messages: {} };
	for (const words in isObject(declared) ? declared : {}) {
		const parts = StringPrototypeSplit(words, ' ');
		const option = parts[0] ?? '';
		if (option === 'message' && parts.length === 2) {
			proto.messages[parts[1] ?? ''] = parseProto(field(declared, words));
		} else if (parts.length === 3) {
			proto.fields[parts[2] ?? ''] = { option, type: parts[1] ?? '' };
		}
	}
	return proto;
}

function shape(protos: Record<string, Proto | undefined>, route: string, body: unknown): unknown {
	const proto = protos[route];
	if (proto === undefined) return body;
	const shaped = isObject(body) ? shapeMessage(proto, proto, body) : undefined;
	return shaped ?? {};
}

/** Undefined when a required field is missing. `outer` is where named messages are looked up. */
function shapeMessage(proto: Proto, outer: Proto, body: Fields): Fields | undefined {
	for (const name in proto.fields) {
		if (proto.fields[name]?.option === 'required' && body[name] === undefined) return undefined;
	}
	const shaped: Fields = {};
	for (const name in body) {
		const declared = proto.fields[name];
		const value = body[name];
		if (declared === undefined || value === undefined) continue;
		if (declared.option !== 'repeated') {
			shaped[name] = shapeValue(declared.type, proto, outer, value);
			continue;
		}
		const list: unknown[] = [];
		const values = ArrayIsArray(value) ? (value as unknown[]) : [];
		for (let index = 0; index < values.length; index++) {
			list[index] = shapeValue(declared.type, proto, outer, values[index]);
		}
		if (list.length > 0) shaped[name] = list;
	}
	return shaped;
}

function shapeValue(type: string, proto: Proto, outer: Proto, value: unknown): unknown {
	switch (type) {
		case 'uInt32':
		case 'int32':
		case 'sInt32':
			return MathTrunc(Number(value));
		case 'float':
			return fround(Number(value));
		case 'double':
			return Number(value);
		case 'string':
			return textOf(value);
		default: {
			const message = proto.messages[type] ?? outer.messages[type];
			return message !== undefined && isObject(value)
				? shapeMessage(message, outer, value)
				: undefined;
		}
	}
}
