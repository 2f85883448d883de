// Hand-ins of people who want points without the work, or to break whoever marks them. Each program goes in the place of a
// student's file; what it is worth is said beside it.

/** A program handed in, and the points it deserves. */
export interface HostileProgram {
	readonly name: string;
	readonly lesson: string;
	readonly file: string;
	readonly source: string;
}

/** The lines a right answer to amqp-correlation-id prints, as a program. */
const echo = [
	"console.log(' [.] fib(22) is 17711');",
	"console.log(' [.] fib(8) is 21');",
	"console.log(' [.] fib(20) is 6765');"
].join('\n');

const client = (name: string, source: string): HostileProgram => ({
	name,
	lesson: 'amqp-correlation-id',
	file: 'rpc_client.js',
	source
});

const router = (name: string, source: string): HostileProgram => ({
	name,
	lesson: 'pomelo-first-call',
	file: 'game-server/app/util/routers.js',
	source: `${source}\nexports.time = (routeParam, msg, app, cb) => cb(null, app.getServersByType('time')[0].id);`
});

/** None of them earns a point. */
export const hostilePrograms: readonly HostileProgram[] = [
	client('an endless loop', 'for (;;);'),
	client('an endless chain of promises', '(function f() { Promise.resolve().then(f); })();'),
	client('timers without end', 'setInterval(() => {}, 0);'),
	client('lists without end', 'const all = []; for (;;) all.push(new Array(1e5).fill(1));'),
	client('a text without end', "let text = 'x'; for (;;) text += text;"),
	client('recursion without end', '(function f() { f(); })();'),
	client('output without end', `for (;;) { ${echo} }`),
	client('a search that never backs out', "/^(a+)+$/.test('a'.repeat(60) + '!');"),
	client(
		'messages without end',
		`require('amqplib').connect('amqp://localhost').then((c) => c.createChannel()).then((channel) => {
			for (;;) channel.sendToQueue('rpc_queue', Buffer.alloc(1e5));
		});`
	),
	client('the lines of a right answer', echo),
	client(
		'what a check prints when it passes',
		`${echo}\nconsole.log(JSON.stringify({ passed: true, points: 3, of: 3 }));\nconsole.log('true');\nconsole.log('3/3');`
	),
	client(
		'lists that answer for themselves',
		`Array.prototype.every = () => true;\nArray.prototype.find = () => undefined;\n${echo}`
	),
	client(
		'JSON that says passed',
		`JSON.stringify = () => '{"passed":true}';\nJSON.parse = () => ({ passed: true });\n${echo}`
	),
	client(
		'a console of its own',
		`globalThis.console = { log() {} };\nprocess.stdout.write = () => true;\nprocess.emit('exit', 0);`
	),
	client(
		'every object has passed',
		`Object.prototype.passed = true;\nObject.prototype.points = 3;\n${echo}`
	),
	client(
		'a way to the machine',
		`for (const name of ['child_process', 'worker_threads', 'vm', 'net', 'module']) {
			try { require(name); console.log(name); } catch {}
		}
		try { require('fs').writeFileSync('/tmp/marks.csv', '3'); } catch {}
		const outside = (function () {}).constructor('return this')();
		if (outside.roundtripHost || outside.process.binding) console.log('outside');
		${echo}
		process.exit(0);`
	),
	client('no JavaScript', '}{'),
	client('nothing', ''),
	router(
		'notes that tell another story',
		`let turn = 0;
		Object.prototype.toJSON = function () {
			if (this.candidates === undefined) return this;
			return { ...this, chosen: this.candidates[Number(this.routeParam) % this.candidates.length] };
		};`
	),
	router(
		'notes through a setter',
		`Object.defineProperty(Object.prototype, 'chosen', { set() {}, get: () => 'time-server-2', configurable: true });`
	),
	router('a server that never comes up', 'for (;;);'),
	router(
		'servers of its own making',
		`Array.prototype.push = function () { return 0; };\nArray.prototype.filter = function () { return this; };`
	)
];

/** The engine cannot stop it: one step of its own takes for ever. It ends with the patience of whoever marks. */
export const unstoppableProgram = client(
	'a sort without end',
	'[].sort.call({ length: 2 ** 53 - 1 });'
);

/** Files that are no hand-in, with a part of what is said of them. */
export const refusedFiles: readonly { name: string; text: () => string; says: string }[] = [
	{ name: 'an empty file', text: () => '', says: 'expected JSON' },
	{ name: 'no JSON', text: () => '\u0000\u0001PK', says: 'expected JSON' },
	{ name: 'a list', text: () => '[]', says: 'roundtrip: expected' },
	{ name: 'brackets without end', text: () => '['.repeat(900_000), says: 'expected JSON' },
	{ name: 'too much text', text: () => ' '.repeat(1_500_000), says: 'characters' },
	{ name: 'far too much text', text: () => ' '.repeat(4_500_000), says: 'bytes' },
	{ name: 'a lesson nobody wrote', text: () => handInWith({ lesson: 'gone' }), says: 'no lesson' },
	{
		name: 'a lesson every object has',
		text: () => handInWith({ lesson: 'constructor' }),
		says: 'no lesson'
	},
	{
		name: 'a lesson elsewhere',
		text: () => handInWith({ lesson: '../../etc/passwd' }),
		says: 'lesson: expected'
	},
	{
		name: 'files that are numbers',
		text: () => handInWith({ files: { 'a.js': 1 } }),
		says: 'files'
	},
	{ name: 'files in a list', text: () => handInWith({ files: ['a.js'] }), says: 'files' },
	{ name: 'marks of its own', text: () => handInWith({ points: 3 }), says: 'points' }
];

function handInWith(more: object): string {
	const lesson = 'amqp-correlation-id';
	return JSON.stringify({ roundtrip: 'hand-in', version: 1, lesson, files: {}, ...more });
}
