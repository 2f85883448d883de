// What a master does about a server that is lost: `auto-restart` and `restart-force` of its entry in servers.json.
// Source: NetEase/pomelo lib/master/{master,watchdog}.js.
import { noEffects, SECOND, type Effect, type Micros } from '#kernel';
import type { ActorId } from '#kernel/events';

/** How long a master waits before it starts a lost server again. */
const restartAfter: Micros = 3 * SECOND;

const restartKey = (serverId: string): string => `restart ${serverId}`;

/**
 * Has the registry start a lost server again in a while, if its entry in servers.json says so. `info` is the runtime info it
 * registered with, JSON text; arguments made its booleans texts.
 */
export function startAgain(
	{ serverId, info }: { readonly serverId: string; readonly info: string },
	self: ActorId
): readonly Effect[] {
	const isForced = saysTrue(info, 'restart-force');
	if (!isForced && !saysTrue(info, 'auto-restart')) return noEffects;
	return [
		{
			type: 'after',
			key: restartKey(serverId),
			delayUs: restartAfter,
			to: self,
			kind: 'registry.restart-due',
			data: { serverId, isForced }
		}
	];
}

/** No restart: the server has come back by itself. */
export const forgetLoss = (serverId: string): Effect => ({
	type: 'cancel',
	key: restartKey(serverId)
});

/** Is this field of a runtime info the text `true`? The info comes from a guest: it may be anything. */
function saysTrue(info: string, name: string): boolean {
	try {
		const fields = JSON.parse(info) as unknown;
		return (fields as Readonly<Record<string, unknown>> | null)?.[name] === 'true';
	} catch {
		return false;
	}
}
