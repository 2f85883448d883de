// Sentences for facts that only guest code knows and hands over as notes. A kind not known here is shown as it is.
import { shortContent } from './words.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The sentence for a note of a process. */
export function describeNote(name: string, note: string, json: string): string {
	const facts = readFacts(json);
	const fact = (key: string): string => factText(facts[key]);
	switch (note) {
		case 'process.caught': {
			const place = typeof facts['file'] === 'string' ? ` at ${fact('file')}:${fact('line')}` : '';
			return `${name} catches an error nobody handled and goes on: ${fact('message')}${place}.`;
		}
		case 'pomelo.route-decided': {
			const candidates = Array.isArray(facts['candidates']) ? facts['candidates'].join(', ') : '';
			const parameter = shortContent(fact('routeParam'));
			if (typeof facts['chosen'] !== 'string') {
				return `The router in ${name} found no server for the route parameter ${parameter}.`;
			}
			return `The router in ${name} chose ${fact('chosen')} for the route parameter ${parameter} (from ${candidates}).`;
		}
		case 'pomelo.session':
			return `${name}: ${sessionWords(facts)}.`;
		case 'pomelo.channel':
			return `${name}: ${channelWords(facts)}.`;
		case 'pomelo.rpc-trouble':
			return troubleWords(name, fact('trouble'), facts);
		case 'pomelo.rpc-timeout':
			return `${name} waited ${fact('afterMs')} ms for ${fact('target')} and gives up the call.`;
		case 'pomelo.servers': {
			const ids = listOf(facts['ids']);
			return `${name} sees ${ids.length === 0 ? 'no other server' : ids.join(', ')}.`;
		}
		case 'pomelo.heartbeat':
			return `${name} heard a heartbeat of session ${fact('session')}; after ${fact('silenceMs')} ms of silence it closes the connection.`;
		case 'pomelo.rpc-clock':
			return `${name} gives calls to ${fact('target')} ${fact('timeoutMs')} ms to be answered.`;
		case 'pomelo.request-clock':
			return `${name}: ${clockWords(facts)}.`;
		default:
			return `${name} notes ${note}: ${shortContent(json)}.`;
	}
}

/** What went wrong with a remote call, and what that means for its callback. */
function troubleWords(name: string, trouble: string, facts: Facts): string {
	const target = factText(facts['target']);
	const method = factText(facts['method']);
	const error = shortContent(factText(facts['error']));
	switch (trouble) {
		case 'unknown-server':
			return `${name} knows no server ${target}: the call of ${method} goes nowhere, and its callback never runs.`;
		case 'offline':
			return `${target} is down: ${name} keeps the call of ${method} until a later call finds it up again.`;
		case 'unreachable':
			return `${name} has no connection to ${target}; the callback hears of it when its time is over.`;
		case 'late-reply':
			return `An answer of ${target} comes too late: ${name} has given up that call and drops it.`;
		case 'callback-threw':
			return `The callback in ${name} failed on the answer of ${target} (${error}); the framework logs it and goes on.`;
		case 'remote-threw':
			return `${method} in ${name} threw before it answered (${error}); that goes back to the caller at once.`;
		case 'router-threw':
			return `The router in ${name} failed for ${method} (${error}); nothing is sent.`;
		case 'no-service':
		case 'no-method':
			return `${name} has no ${method} to call and says so: the router chose a server that does not offer it.`;
		default:
			return `${name}: the call of ${method} went wrong (${trouble}).`;
	}
}

function clockWords(facts: Facts): string {
	const route = factText(facts['route']);
	switch (facts['event']) {
		case 'started':
			return `the timeout filter gives ${route} ${factText(facts['timeoutMs'])} ms`;
		case 'rang':
			return `the timeout filter complains that ${route} takes longer than ${factText(facts['timeoutMs'])} ms`;
		default:
			return `${route} was answered in time for the timeout filter`;
	}
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function sessionWords(facts: Facts): string {
	const session = `session ${factText(facts['id'])}`;
	switch (facts['event']) {
		case 'created':
			return `${session} begins`;
		case 'bound':
			return `${session} belongs to ${factText(facts['uid'])} now`;
		case 'unbound':
			return `${session} belongs to nobody now`;
		case 'pushed':
			return `${session} saves its settings${settingsText(facts['settings'])}`;
		case 'closed':
			return `${session} is closed`;
		default:
			return `${session}: ${factText(facts['event'])}`;
	}
}

function settingsText(settings: unknown): string {
	const words = listOf(settings).map(String);
	return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function channelWords(facts: Facts): string {
	const channel = `the channel ${factText(facts['channel'])}`;
	switch (facts['event']) {
		case 'add':
			return `${factText(facts['uid'])} joins ${channel}`;
		case 'leave':
			return `${factText(facts['uid'])} leaves ${channel}`;
		case 'push':
			return `${channel} pushes to its members`;
		case 'destroy':
			return `${channel} is gone`;
		default:
			return `${channel}: ${factText(facts['event'])}`;
	}
}

function factText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** The JSON object of a note; {} when it is none. */
export function readFacts(json: string): Facts {
	try {
		const facts: unknown = JSON.parse(json);
		return typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
