// The files of a lesson to begin with: small, complete, and passing every check of a lesson.

const client = `// Asks one question and prints the answer.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue } = await channel.assertQueue('', { exclusive: true });
	await channel.consume(queue, (reply) => {
		console.log('answer:', reply.content.toString());
		connection.close();
	}, { noAck: true });
	channel.sendToQueue('questions', Buffer.from('21'), { replyTo: queue, correlationId: 'one' });
}

main();
`;

const server = (answer: string): string => `// Doubles the number it is asked.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('questions');
	await channel.consume('questions', (request) => {
		const { replyTo, correlationId } = request.properties;
		const answer = ${answer};
		channel.sendToQueue(replyTo, Buffer.from(String(answer)), { correlationId });
		channel.ack(request);
	});
}

main();
`;

const right = 'Number(request.content.toString()) * 2';

const scenario = {
	version: 1,
	base: 'start',
	files: ['server.js', 'client.js'],
	processes: [
		{ name: 'server', file: 'server.js', role: 'server' },
		{ name: 'client', file: 'client.js', startAt: 300, role: 'client' }
	],
	durationMs: 3000
};

const text = (id: string): string => `---
id: ${id}
title: A lesson to begin with
summary: One or two sentences for the list of lessons.
minutes: 5
concepts: request, reply
file: server.js
seeds: 1, 2, 3
---

## One idea a step

@cursor link.delivered to=server method=basic.deliver nth=1
@actors process:server queue:questions

Say what there is to see, then point to it: the cursor goes to an event, actors light up.

@code server.js "const answer" "channel.sendToQueue"

@predict What does the client print?
@reveal process.output name=client nth=1
- [ ] 42 :: The server answers with the number itself: look at the line that is lit.
- [x] 21 :: Right. It forgets to double it.

## Your turn: double it

@task
@points 2
@check "The client prints the number doubled" prints client "answer: 42"
@check "Every question is answered" answered min=1
@hint What is in \`request.content\`? And what type is it?
@hint \`Number(request.content.toString())\` is the number; now multiply.
@wrong text-twice "The client prints the number doubled"

Change \`server.js\` so that it answers with twice the number.
`;

const teacher = `## Misconceptions

What students believe at first, and how this lesson shows otherwise.

## Timing

Two minutes to watch, three to change the code.

## Questions

- What would the client print if the server died before it answered?
`;

/** The files of a new lesson by path in its folder. `name`: the folder's name; its number is no part of the id. */
export function newLessonFiles(name: string): Readonly<Record<string, string>> {
	const id = name.replace(/^\d+-/, '');
	return {
		'lesson.md': text(id),
		'scenario.json': `${JSON.stringify(scenario, null, '\t')}\n`,
		'teacher.md': teacher,
		'start/server.js': server('request.content'),
		'start/client.js': client,
		'solution/server.js': server(right),
		'wrong/text-twice/server.js': server('request.content.toString().repeat(2)')
	};
}
