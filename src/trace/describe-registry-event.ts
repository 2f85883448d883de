// Sentences for what happens in Pomelo's membership list, the half of the master that other servers see.
import { actorName } from '#kernel';
import type { TraceEvent } from './trace-event.ts';
import { shortContent } from './words.ts';

type RegistryKinds = Extract<TraceEvent, { kind: `registry.${string}` }>;

/** The sentence for an event of a server registry. */
export function describeRegistryEvent(event: RegistryKinds): string {
	const master = actorName(event.actor);
	switch (event.kind) {
		case 'registry.accepted':
			return `${event.data.peer} reports to ${master}.`;
		case 'registry.greeted':
			return `${master} answers a process that greets it.`;
		case 'registry.expected':
			return `${master} waits for ${String(event.data.serverIds.length)} servers.`;
		case 'registry.registered':
			return `${event.data.serverId} joins the cluster as a ${event.data.serverType} server.`;
		case 'registry.rejoined':
			return `${event.data.serverId} has lost its master and joins the new one.`;
		case 'registry.started':
			return `${event.data.serverId} reports that it has started.`;
		case 'registry.all-started':
			return `All ${event.data.servers} servers are up.`;
		case 'registry.admin':
			return `An administration message for ${event.data.to} passes ${master}: ${event.data.moduleId}.`;
		case 'registry.admin-reply':
			return `An administration answer for ${event.data.to} passes ${master}.`;
		case 'registry.lost':
			return `${master} takes a server off the list (${event.data.why}).`;
		case 'registry.restart-due':
			return `${master} starts ${event.data.serverId} again${event.data.isForced ? '' : ', unless it still runs'}.`;
		case 'registry.bad-frame':
			return `${master} got something it does not understand: ${shortContent(event.data.text)}.`;
	}
}
