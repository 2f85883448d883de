// What a process knows of the cluster: infos by id, and by server type the live lists that routers index into.
// Source: NetEase/pomelo lib/application.js (addServers, removeServers, replaceServers).

import { ArrayPrototypeIndexOf, ArrayPrototypeSplice } from '../runtime/primordials.ts';
import { removeField, type Fields } from './dynamic.ts';

/** What is known of a server at run time: the fields of servers.json plus main, env, pid. `frontend` is the text `true`. */
export interface ServerInfo extends Fields {
	id: string;
	serverType: string;
}

export interface ClusterView {
	/** Id to info, of the servers that are online. */
	servers: Record<string, ServerInfo>;
	/** Type to list, in the order of registration. A list stays, empty, when its last server goes. */
	serverTypeMaps: Record<string, ServerInfo[]>;
	/** Types in the order they were first seen. */
	serverTypes: string[];
}

/** Puts a server at the end of its type's list, or in the place of an older info of the same id. */
export function listServer(view: ClusterView, info: ServerInfo): void {
	view.servers[info.id] = info;
	const list = (view.serverTypeMaps[info.serverType] ??= []);
	const place = indexOfServer(list, info.id);
	list[place < 0 ? list.length : place] = info;
	if (ArrayPrototypeIndexOf(view.serverTypes, info.serverType) < 0) {
		view.serverTypes[view.serverTypes.length] = info.serverType;
	}
}

/** Takes a server off the lists; unknown ids are fine. */
export function unlistServer(view: ClusterView, id: string): void {
	const info = view.servers[id];
	if (info === undefined) return;
	removeField(view.servers, id);
	const list = view.serverTypeMaps[info.serverType] ?? [];
	const place = indexOfServer(list, id);
	if (place >= 0) ArrayPrototypeSplice(list, place, 1);
}

/** Starts anew with these servers, in the order of their keys, and gives them as a list. */
export function relistServers(
	view: ClusterView,
	servers: Record<string, ServerInfo>
): ServerInfo[] {
	view.servers = servers;
	view.serverTypeMaps = {};
	view.serverTypes = [];
	const all: ServerInfo[] = [];
	for (const id in servers) {
		const info = servers[id];
		if (info === undefined) continue;
		listServer(view, info);
		all[all.length] = info;
	}
	return all;
}

function indexOfServer(list: readonly ServerInfo[], id: string): number {
	for (let index = 0; index < list.length; index++) if (list[index]?.id === id) return index;
	return -1;
}
