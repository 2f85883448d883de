// What an application knows of itself as a server and of the other servers: configured ones and those online.
// Source: NetEase/pomelo lib/application.js (2.2.7).

import { ApplicationSettings } from './application-settings.ts';
import { applicationEvents, settingKeys } from './constants.ts';
import { field, type Fields } from './dynamic.ts';
import type { Emitter } from './platform.ts';
import {
	listServer,
	relistServers,
	unlistServer,
	type ClusterView,
	type ServerInfo
} from './server-lists.ts';

export abstract class ClusterMember extends ApplicationSettings implements ClusterView {
	abstract event: Emitter;
	/** Tells the trace which servers this process sees now. */
	protected abstract noteServers(): void;
	serverId: string | null = null;
	serverType: string | null = null;
	curServer: ServerInfo | null = null;
	startTime: number | null = null;
	master: Fields | null = null;
	servers: Record<string, ServerInfo> = {};
	serverTypeMaps: Record<string, ServerInfo[]> = {};
	serverTypes: string[] = [];
	/** How many servers `clusterCount` entries have stood for, by type. */
	clusterSeq: Record<string, number> = {};

	getMaster(): Fields | null {
		return this.master;
	}

	getCurServer(): ServerInfo | null {
		return this.curServer;
	}

	getServerId(): string | null {
		return this.serverId;
	}

	getServerType(): string | null {
		return this.serverType;
	}

	getServers(): Record<string, ServerInfo> {
		return this.servers;
	}

	getServersFromConfig(): Fields {
		return this.get(settingKeys.serverMap) as Fields;
	}

	getServerTypes(): string[] {
		return this.serverTypes;
	}

	getServerById(id: string): ServerInfo | undefined {
		return this.servers[id];
	}

	getServerFromConfig(id: string): unknown {
		return this.getServersFromConfig()[id];
	}

	/** The live list of a type, in the order of registration; undefined if no such server was ever seen. */
	getServersByType(serverType: string): ServerInfo[] | undefined {
		return this.serverTypeMaps[serverType];
	}

	isFrontend(server?: unknown): boolean {
		return field(server || this.getCurServer(), 'frontend') === 'true';
	}

	isBackend(server?: unknown): boolean {
		const info = server || this.getCurServer();
		return !!info && !field(info, 'frontend');
	}

	isMaster(): boolean {
		return this.serverType === 'master';
	}

	addServers(servers: ServerInfo[] | undefined): void {
		if (!servers?.length) return;
		for (let index = 0; index < servers.length; index++) {
			const info = servers[index];
			if (info !== undefined) listServer(this, info);
		}
		this.noteServers();
		this.event.emit(applicationEvents.ADD_SERVERS, servers);
	}

	removeServers(ids: string[] | undefined): void {
		if (!ids?.length) return;
		for (let index = 0; index < ids.length; index++) unlistServer(this, ids[index] ?? '');
		this.noteServers();
		this.event.emit(applicationEvents.REMOVE_SERVERS, ids);
	}

	/** Replaces everything known of the cluster by a map from id to info. */
	replaceServers(servers: Record<string, ServerInfo> | undefined): void {
		if (!servers) return;
		const all = relistServers(this, servers);
		this.noteServers();
		this.event.emit(applicationEvents.REPLACE_SERVERS, all);
	}
}
