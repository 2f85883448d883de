// A Node.js process that runs programs against RabbitMQ, one after another, as its parent asks: { program, options } in,
// { lines, lateMs } out. An exception nobody catches ends it, told as a last line: that is an observation, too.
'use strict';

const { run } = require('./interpreter.cjs');

let lines = [];

process.on('message', async ({ program, options }) => {
	lines = [];
	const print = (line) => lines.push(line);
	const lateMs = await run(program, { ...options, print });
	process.send({ lines, lateMs });
});

process.on('uncaughtException', (error) => {
	process.send({ lines: [...lines, `uncaught ${error.message}`], lateMs: 0, isLast: true }, () => process.exit(1));
});
