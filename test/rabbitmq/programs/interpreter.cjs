// Executes a program given as data with amqplib and prints what every channel and connection observes. The same file
// runs in Node.js against RabbitMQ and inside the simulator; what the two print is compared line by line.
//
// A program is { beatMs, channels: [{ connection, confirm }], operations: [{ do, on, ... }] }. `on` is a channel by
// its place in `channels`; a closed one is opened again when it is next used. Each operation settles before the next:
// its answer, a round trip on its channel, then a pause in which the queues do their work. A program with a beat starts
// operation i at i * beatMs, so that expiries (never near a beat) fall between the same two operations everywhere.
//
// What real RabbitMQ leaves open is not printed: the order of deliveries of several queues to one channel within an
// operation, or of a confirm and a delivery; generated names are printed by number.
'use strict';

const amqp = require('amqplib');

const answerMsMax = 4000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs a program. Resolves with how many milliseconds its operations were late (with a beat) when it has cleaned up. */
exports.run = async function run(program, { print, url = 'amqp://localhost', settleMs = 4 }) {
	const machine = new Machine(program, url, print);
	await machine.begin();
	const startedAt = Date.now();
	let lateMs = 0;
	for (let index = 0; index < program.operations.length; index++) {
		const operation = program.operations[index];
		const dueAt = startedAt + index * program.beatMs;
		if (program.beatMs > 0) await sleep(Math.max(0, dueAt - Date.now()));
		print(machine.named(`${index} ${describe(operation)}`));
		await machine.perform(operation);
		if (program.beatMs > 0) {
			lateMs = Math.max(lateMs, Date.now() - dueAt);
			await sleep(Math.max(0, dueAt + program.beatMs - 6 - Date.now()));
		} else await sleep(settleMs);
		machine.flush();
	}
	await machine.end();
	return lateMs;
};

function describe({ do: what, on, ...rest }) {
	return `${what} on ${on} ${JSON.stringify(rest)}`;
}

/** Gives up on an answer that does not come. */
function answered(promise) {
	let timer;
	const limit = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error('no answer')), answerMsMax);
	});
	return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

function errorText(error) {
	const ids = error.classId === undefined ? '' : ` ${error.classId}/${error.methodId}`;
	const code = error.code === undefined ? '' : ` [${error.code}${ids}]`;
	return `${error.name}: ${error.message}${code}`;
}

/** A message as observed; the time of a death is left out. */
function messageText(message, withTag) {
	const { deliveryTag, ...fields } = message.fields;
	const properties = Object.fromEntries(
		Object.entries(message.properties).filter(([, value]) => value !== undefined)
	);
	const deaths = properties.headers?.['x-death'];
	if (Array.isArray(deaths)) {
		const timeless = deaths.map(({ time, ...death }) => ({ ...death, time: typeof time }));
		properties.headers = { ...properties.headers, 'x-death': timeless };
	}
	return JSON.stringify([
		message.content.toString(),
		withTag ? { deliveryTag, ...fields } : fields,
		properties
	]);
}

/** The connections and channels of a program, and what they observed since the last flush. */
class Machine {
	constructor(program, url, print) {
		this.program = program;
		this.url = url;
		this.print = print;
		this.connections = new Map();
		this.slots = program.channels.map((options) => new Slot(options));
		/** What connections observed: [connection, text]. */
		this.news = [];
		/** Generated queue names and consumer tags in order of appearance. */
		this.queueNames = [];
		this.consumerTags = [];
		this.messageCount = 0;
	}

	/** A text with generated names by number. */
	named(text) {
		this.queueNames.forEach((name, number) => {
			text = text.replaceAll(name, `@${number}`);
		});
		this.consumerTags.forEach((tag, number) => {
			text = text.replaceAll(tag, `tag@${number}`);
		});
		return text.replace(/(amq\.rabbitmq\.reply-to\.)[^"]+/g, '$1TOKEN');
	}

	/** The name a program means: `@0` is the first generated one. */
	queueName(text) {
		const number = /^@(\d+)$/.exec(text)?.[1];
		return number === undefined ? text : (this.queueNames[Number(number)] ?? text);
	}

	async connection(number) {
		const known = this.connections.get(number);
		if (known !== undefined) return known;
		const connection = await amqp.connect(this.url, { noDelay: true });
		this.connections.set(number, connection);
		const tell = (text) => this.news.push([number, text]);
		const forget = () => {
			if (this.connections.get(number) === connection) this.connections.delete(number);
		};
		connection.on('error', (error) => {
			forget();
			tell(`error ${errorText(error)}`);
		});
		connection.on('close', (error) => {
			forget();
			tell(`close${error === undefined ? '' : ` ${errorText(error)}`}`);
		});
		return connection;
	}

	/** Opens every channel. */
	async begin() {
		for (let number = 0; number < this.slots.length; number++) await this.slot(number);
	}

	async slot(number) {
		const slot = this.slots[number];
		if (slot.channel === null) {
			const connection = await this.connection(slot.connection);
			slot.open(slot.confirm ? await connection.createConfirmChannel() : await connection.createChannel());
		}
		return slot;
	}

	/** Which channel an operation is for: who settles what nobody gave it turns to the next that has something. */
	placeOf({ do: what, on, again = false }) {
		if (again || !['ack', 'nack', 'reject'].includes(what)) return on;
		const places = this.slots.map((_, step) => (on + step) % this.slots.length);
		return places.find((place) => this.slots[place].outstanding.length > 0) ?? on;
	}

	/** Performs one operation and waits for its answer and a round trip on its channel. */
	async perform(operation) {
		try {
			const slot = await answered(this.slot(this.placeOf(operation)));
			const result = await answered(actions[operation.do](this, slot, operation));
			if (result !== undefined) this.print(this.named(`= ${JSON.stringify(result)}`));
			if (slot.channel !== null) await answered(slot.channel.checkExchange('amq.direct')).catch(() => 0);
			if (slot.channel !== null && slot.confirm) {
				await answered(slot.channel.waitForConfirms()).catch(() => 0);
			}
		} catch (error) {
			this.print(this.named(`! ${errorText(error)}`));
		}
	}

	/** Prints what was observed, channel by channel. */
	flush() {
		this.slots.forEach((slot, number) => {
			for (const line of slot.takeLines((text) => this.named(text))) this.print(`  ${number}: ${line}`);
		});
		this.news.sort(([a], [b]) => a - b);
		for (const [number, text] of this.news) this.print(this.named(`  connection ${number}: ${text}`));
		this.news = [];
	}

	/** Closes everything and removes what the program may have declared. */
	async end() {
		for (const connection of this.connections.values()) await connection.close();
		const connection = await amqp.connect(this.url, { noDelay: true });
		const { queues, exchanges } = mentioned(this.program);
		for (const name of exchanges) await insist(connection, (channel) => channel.deleteExchange(name));
		for (const name of [...queues, ...this.queueNames]) {
			await insist(connection, (channel) => channel.deleteQueue(name));
		}
		await connection.close();
	}
}

/** Does something on a channel of its own until it works: the owner of a locked queue may still be leaving. */
async function insist(connection, act) {
	for (let tries = 0; tries < 50; tries++) {
		const channel = await connection.createChannel();
		channel.on('error', () => undefined);
		try {
			await act(channel);
			return await channel.close();
		} catch {
			await sleep(20);
		}
	}
}

/** Names a program declares. */
function mentioned({ operations }) {
	const named = (what) => [
		...new Set(operations.filter((operation) => operation.do === what).map(({ args }) => args[0]))
	].filter((name) => name !== '' && !name.startsWith('amq.'));
	return { queues: named('assertQueue'), exchanges: named('assertExchange') };
}

/** A channel of the program: the amqplib channel it stands for now, and what that has outstanding. */
class Slot {
	constructor({ connection, confirm }) {
		this.connection = connection;
		this.confirm = confirm;
		this.channel = null;
		/** Deliveries not yet settled: { message, queue, mixed }. */
		this.outstanding = [];
		this.settled = [];
		/** Since the last flush: answers to publishes, deliveries, anything else. */
		this.answers = [];
		this.deliveries = [];
		this.cancels = [];
		this.events = [];
		this.lastReplyTo = undefined;
	}

	open(channel) {
		this.channel = channel;
		this.outstanding = [];
		this.settled = [];
		const forget = () => {
			if (this.channel === channel) this.channel = null;
		};
		channel.on('error', (error) => {
			forget();
			this.events.push(`error ${errorText(error)}`);
		});
		channel.on('close', () => {
			forget();
			this.events.push('close');
		});
		channel.on('return', (message) => {
			this.answer(message.content.toString(), `return ${messageText(message, true)}`);
		});
		channel.on('cancel', (fields) => {
			this.cancel(fields.consumerTag, `cancel ${JSON.stringify(fields)}`);
		});
	}

	/** Notes that the broker cancelled a consumer. */
	cancel(consumerTag, text) {
		this.cancels.push({ consumerTag, text });
	}

	/** Notes a delivery of a consumer of `queue`. */
	receive(queue, noAck, message) {
		this.lastReplyTo = message.properties.replyTo ?? this.lastReplyTo;
		this.deliveries.push({ message, queue, noAck, channel: this.channel, mixed: false });
	}

	/** The deliveries since the last flush, in an order that does not depend on how fast queues are. */
	takeDeliveries() {
		const mixed = new Set(this.deliveries.map(({ queue }) => queue)).size > 1;
		const deliveries = this.deliveries;
		this.deliveries = [];
		if (mixed) {
			deliveries.sort((a, b) => (a.queue < b.queue ? -1 : a.queue > b.queue ? 1 : 0));
			for (const delivery of deliveries) delivery.mixed = true;
		}
		for (const delivery of deliveries) {
			if (!delivery.noAck && delivery.channel === this.channel) this.outstanding.push(delivery);
		}
		return deliveries.map(({ message }) => `deliver ${messageText(message, !mixed)}`);
	}

	/** Notes what became of the message `name`. */
	answer(name, text) {
		this.answers.push({ number: parseInt(name.slice(1), 10), text });
	}

	/**
	 * Everything since the last flush. Several messages published at once are answered in any order; the consumers of a
	 * queue that went are told in the order of their tags, which is any order where a tag was generated.
	 */
	takeLines(named) {
		this.answers.sort((a, b) => a.number - b.number);
		const answers = this.answers.map(({ text }) => text);
		const cancels = this.cancels.map(({ text }) => named(text));
		if (this.cancels.some(({ consumerTag }) => consumerTag.startsWith('amq.'))) cancels.sort();
		const lines = [...answers, ...this.takeDeliveries(), ...cancels, ...this.events];
		this.answers = [];
		this.cancels = [];
		this.events = [];
		return lines.map(named);
	}

	/** A delivery of those outstanding, taken off the list with all that `multiple` settles with it. */
	pick(number, multiple) {
		if (this.outstanding.length === 0) return undefined;
		const delivery = this.outstanding[number % this.outstanding.length];
		const { deliveryTag } = delivery.message.fields;
		const many = multiple && !delivery.mixed;
		const stays = (other) => other.message.fields.deliveryTag > deliveryTag;
		this.outstanding = this.outstanding.filter((other) => other !== delivery && (!many || stays(other)));
		this.settled.push(delivery);
		return { message: delivery.message, many };
	}
}

/** An operation of the channel that has an answer: its arguments are amqplib's own. */
const asked = (method, namesAt = []) => async (machine, slot, { args }) => {
	const meant = args.map((arg, place) => (namesAt.includes(place) ? machine.queueName(arg) : arg));
	return slot.channel[method](...meant);
};

/** ack, nack, reject of the outstanding delivery number `pick`, or once more of the one settled last. */
const settle = (call) => async (machine, slot, { pick, multiple = false, requeue = true, again = false }) => {
	const taken = again
		? slot.settled.length > 0 && { message: slot.settled.at(-1).message, many: false }
		: slot.pick(pick, multiple);
	if (!taken) return 'nothing to settle';
	call(slot.channel, taken.message, taken.many, requeue);
	return `${taken.message.content.toString()}${taken.many ? ' and all before' : ''}`;
};

/** Publishes `count` messages, each with a content of its own, by `send(content, options, done)`. */
function publishAll(machine, slot, { count = 1, size = 0, options = {} }, send) {
	for (let n = 0; n < count; n++) {
		const name = `m${machine.messageCount++}`;
		const content = Buffer.from(name.padEnd(size, '.'));
		if (!slot.confirm) send(content, options, undefined);
		else {
			send(content, options, (error) => {
				slot.answer(name, `${error ? `nack ${error.message}` : 'ack'} ${name}`);
			});
		}
	}
}

const actions = {
	assertQueue: async (machine, slot, { args: [name, options] }) => {
		const answer = await slot.channel.assertQueue(machine.queueName(name), options);
		if (name === '') machine.queueNames.push(answer.queue);
		return answer;
	},
	checkQueue: asked('checkQueue', [0]),
	deleteQueue: asked('deleteQueue', [0]),
	purgeQueue: asked('purgeQueue', [0]),
	bindQueue: asked('bindQueue', [0]),
	unbindQueue: asked('unbindQueue', [0]),
	assertExchange: asked('assertExchange'),
	checkExchange: asked('checkExchange'),
	deleteExchange: asked('deleteExchange'),
	bindExchange: asked('bindExchange'),
	unbindExchange: asked('unbindExchange'),
	prefetch: asked('prefetch'),
	cancel: asked('cancel'),
	recover: async (machine, slot) => {
		slot.outstanding = [];
		return slot.channel.recover();
	},
	get: async (machine, slot, { args: [name, options] }) => {
		const message = await slot.channel.get(machine.queueName(name), options);
		if (message === false) return false;
		if (!options.noAck) slot.outstanding.push({ message, queue: name, mixed: false });
		return messageText(message, true);
	},
	consume: async (machine, slot, { args: [name, options] }) => {
		const queue = machine.queueName(name);
		let { consumerTag } = options;
		const callback = (message) => {
			if (message === null) slot.cancel(consumerTag, `null to ${consumerTag} on ${queue}`);
			else slot.receive(machine.named(queue), options.noAck === true, message);
		};
		const answer = await slot.channel.consume(queue, callback, options);
		if (consumerTag === undefined) machine.consumerTags.push(answer.consumerTag);
		consumerTag = answer.consumerTag;
		return answer;
	},
	publish: async (machine, slot, operation) => {
		const [exchange, key] = operation.args;
		publishAll(machine, slot, operation, (content, options, done) =>
			slot.channel.publish(exchange, machine.queueName(key), content, options, done)
		);
	},
	sendToQueue: async (machine, slot, operation) => {
		const [queue] = operation.args;
		publishAll(machine, slot, operation, (content, options, done) =>
			slot.channel.sendToQueue(machine.queueName(queue), content, options, done)
		);
	},
	/** Answers the last message that had a reply-to. */
	reply: async (machine, slot, operation) => {
		if (slot.lastReplyTo === undefined) return 'nobody asked';
		publishAll(machine, slot, operation, (content, options, done) =>
			slot.channel.sendToQueue(slot.lastReplyTo, content, options, done)
		);
	},
	ack: settle((channel, message, many) => channel.ack(message, many)),
	nack: settle((channel, message, many, requeue) => channel.nack(message, many, requeue)),
	reject: settle((channel, message, _many, requeue) => channel.reject(message, requeue)),
	ackAll: async (machine, slot) => {
		slot.outstanding = [];
		slot.channel.ackAll();
	},
	nackAll: async (machine, slot, { requeue }) => {
		slot.outstanding = [];
		slot.channel.nackAll(requeue);
	},
	/** Settles a delivery tag that was never given out. */
	ackUnknown: async (machine, slot, { multiple }) => {
		slot.channel.ack({ fields: { deliveryTag: 999 } }, multiple);
	},
	closeChannel: async (machine, slot) => slot.channel.close(),
	closeConnection: async (machine, slot) => {
		await (await machine.connection(slot.connection)).close();
	},
	wait: async () => undefined
};
