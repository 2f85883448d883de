// Runs the program beside it and prints what it observes: `node main.cjs`, or in the simulator.
const { run } = require('./interpreter.cjs');

void run(require('./program.json'), { print: console.log });
