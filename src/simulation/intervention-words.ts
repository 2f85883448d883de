// What an intervention does, in one sentence that lacks only who does it. Not what it tells the actors: interventions.ts.
import { unreachable } from '#kernel';
import type {
	BrokerIntervention,
	Intervention,
	LinkIntervention,
	MessageIntervention,
	SlowIntervention
} from '#scenario';

/** How long a restarted broker is down unless the scenario says, milliseconds. */
export const defaultDownMs = 1000;
/** How much later a chosen message arrives unless the scenario says, milliseconds. */
export const defaultMessageMs = 100;

/** In one sentence what the intervention does, e.g. `kills rpc_server_1`. */
export function describeIntervention(intervention: Intervention): string {
	switch (intervention.do) {
		case 'start': {
			const { name, file, args } = intervention.process;
			return `starts ${name} (${[file, ...(args ?? [])].join(' ')})`;
		}
		case 'restart':
		case 'kill':
		case 'pause':
			return `${intervention.do}s ${intervention.process}`;
		case 'continue':
			return `lets ${intervention.process} go on`;
		case 'slow':
			return slowWords(intervention);
		case 'request':
			return `has ${intervention.process} request ${intervention.route}`;
		case 'link':
			return linkWords(intervention);
		case 'message':
			return messageWords(intervention);
		case 'broker':
			return brokerWords(intervention);
		default:
			return unreachable(intervention);
	}
}

function slowWords({ process, factor = 1, extraMs = 0 }: SlowIntervention): string {
	if (factor === 1 && extraMs === 0) return `gives ${process} its full speed again`;
	const parts = [
		...(factor === 1 ? [] : [`computing costs ${String(factor)} times as much`]),
		...(extraMs === 0 ? [] : [`each turn takes ${String(extraMs)} ms more`])
	];
	return `slows ${process}: ${parts.join(', ')}`;
}

function linkWords(intervention: LinkIntervention): string {
	const { from, to, both, fault, count, chance = 10_000, extraMs = 0 } = intervention;
	const wire =
		both === true ? `the wire between ${from} and ${to}` : `the wire from ${from} to ${to}`;
	if (fault === 'cut') return `cuts ${wire}`;
	if (fault === 'mend') return `mends ${wire}`;
	const touched = count ?? (fault === 'drop' || fault === 'duplicate' ? 1 : -1);
	const which =
		touched < 0
			? 'messages'
			: touched === 1
				? 'the next message'
				: `the next ${String(touched)} messages`;
	const share = chance === 10_000 ? '' : ` with a chance of ${String(chance / 100)} %`;
	const late = `${String(extraMs)} ms`;
	switch (fault) {
		case 'drop':
			return `makes ${wire} lose ${which}${share}`;
		case 'duplicate':
			return `makes ${wire} deliver ${which} twice${share}`;
		case 'delay':
			return `makes ${wire} ${late} slower for ${which}${share}`;
		case 'reorder':
			return `makes ${wire} deliver ${which} ${late} late and out of order${share}`;
	}
}

function messageWords(intervention: MessageIntervention): string {
	const { from, to, connection = 1, method, nth, fault, extraMs } = intervention;
	const where = connection === 1 ? '' : ` on their ${ordinal(connection)} connection`;
	const which = `the ${ordinal(nth)} ${method} from ${from} to ${to}${where}`;
	const late = `${String(extraMs ?? defaultMessageMs)} ms`;
	switch (fault) {
		case 'drop':
			return `loses ${which}`;
		case 'duplicate':
			return `has ${which} delivered twice`;
		case 'delay':
			return `delays ${which} by ${late}, and what follows with it`;
		case 'reorder':
			return `holds ${which} back for ${late}, so that later ones overtake it`;
	}
}

function brokerWords({ what, downMs }: BrokerIntervention): string {
	switch (what) {
		case 'restart':
			return `restarts the broker (down for ${String(downMs ?? defaultDownMs)} ms)`;
		case 'memory-alarm':
			return 'lets the broker run low on memory';
		case 'memory-clear':
			return 'gives the broker memory again';
		default:
			return unreachable(what);
	}
}

/** 1st, 2nd, 3rd, 4th, 11th. */
function ordinal(number: number): string {
	const tens = number % 100;
	const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
	return `${String(number)}${ending}`;
}
