// Picks the server for a call: the application's route function for that server type, its `default` one, or the
// built-in choice by the user's id. The schedules that can stand in its place are in schedule.ts.
// Source: NetEase/pomelo lib/components/proxy.js (genRouteFun, defaultRoute).

import type { Application } from './application.ts';
import { settingKeys } from './constants.ts';
import { field, isFunction, isObject, textOf } from './dynamic.ts';
import type { Callback, Platform } from './platform.ts';
import type { RpcMessage } from './rpc-message.ts';
import { methodOf, noteTrouble } from './rpc-trouble.ts';

/** Calls `cb(err, serverId)`, now, later, several times or never: as the application's function does. */
export type Router = (
	routeParam: unknown,
	message: RpcMessage,
	app: Application,
	cb: (err: unknown, serverId?: unknown) => void
) => void;

/** The router of an application, which reports each decision to the trace. */
export function createRouter(platform: Platform): Router {
	return (routeParam, message, app, cb) => {
		const { by, choose } = chooseRouter(platform, app, message);
		const decide = (err: unknown, serverId?: unknown): void => {
			platform.note('pomelo.route-decided', {
				serverType: String(message.serverType),
				method: `${message.service}.${message.method}`,
				routeParam: describeRouteParam(routeParam),
				candidates: serverIds(app, String(message.serverType)),
				chosen: err || typeof serverId !== 'string' ? null : serverId,
				by
			});
			cb(err, serverId);
		};
		try {
			choose(routeParam, message, app, decide);
		} catch (error) {
			noteTrouble(platform, 'router-threw', '', methodOf(message), error);
			throw error;
		}
	};
}

function chooseRouter(
	platform: Platform,
	app: Application,
	message: RpcMessage
): { by: string; choose: Callback } {
	const serverType = String(message.serverType);
	const routes = app.get(settingKeys.routes);
	const own = field(routes, serverType);
	if (own) return { by: `app.route('${serverType}')`, choose: own as Callback };
	const fallback = field(routes, 'default');
	if (fallback) return { by: "app.route('default')", choose: fallback as Callback };
	return { by: 'built-in', choose: builtInRouter(platform) as Callback };
}

function builtInRouter(platform: Platform): Router {
	return (routeParam, message, app, cb) => {
		const list = app.getServersByType(String(message.serverType));
		if (!list?.length) {
			cb(new Error(`can not find server info for type:${String(message.serverType)}`));
			return;
		}
		const uid = routeParam ? field(routeParam, 'uid') || '' : '';
		const crc = platform.crc32(textOf(uid));
		const index = (crc < 0 ? -crc : crc) % list.length;
		cb(null, list[index]?.id);
	};
}

function serverIds(app: Application, serverType: string): string[] {
	const ids: string[] = [];
	const list = app.getServersByType(serverType) ?? [];
	for (let index = 0; index < list.length; index++) ids[index] = String(list[index]?.id);
	return ids;
}

/** A few words for a person: what was routed by. Never runs student code that could fail. */
export function describeRouteParam(value: unknown): string {
	if (typeof value === 'string') return value.length > 40 ? `'${cut(value)}...'` : `'${value}'`;
	if (isObject(value)) {
		try {
			if (value.frontendId !== undefined)
				return `session ${String(value.id)} of ${describeUid(value.uid)}`;
			if (value.uid !== undefined) return `{uid: ${describeRouteParam(value.uid)}}`;
		} catch {
			return 'object';
		}
		return 'object';
	}
	return isFunction(value) ? 'function' : String(value);
}

function describeUid(uid: unknown): string {
	return uid === null || uid === undefined || uid === '' ? 'nobody yet' : describeRouteParam(uid);
}

function cut(text: string): string {
	let short = '';
	for (let index = 0; index < 40; index++) short += text[index] ?? '';
	return short;
}
