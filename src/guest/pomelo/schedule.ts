// The ways to spread calls that `proxyConfig.routerType` names. They ignore the application's routers and the route
// parameter.
// Source: pomelo-rpc 1.0.7 lib/rpc-client/router.js, lib/util/consistentHash.js.

import { ArrayPrototypeSort, JSONStringify, MathFloor } from '../runtime/primordials.ts';
import { field, type Fields } from './dynamic.ts';
import type { MailStation } from './mailstation.ts';
import type { Platform } from './platform.ts';
import { describeRouteParam, type Router } from './router.ts';
import type { RpcMessage } from './rpc-message.ts';

/** The schedules by name; any other name picks at random. They keep their counts for as long as the client lives. */
export function createSchedule(platform: Platform, station: MailStation, opts: Fields): Router {
	const type = String(opts.routerType);
	const pick = schedules[type]?.(platform, station, opts) ?? randomSchedule(platform);
	return (routeParam, message, _app, cb) => {
		const serverType = String(message.serverType);
		const ids = station.idsByType[serverType];
		if (!ids?.length) {
			cb(new Error(`rpc servers not exist with serverType: ${serverType}`));
			return;
		}
		pick(ids, message, (err, serverId) => {
			platform.note('pomelo.route-decided', {
				serverType,
				method: `${message.service}.${message.method}`,
				routeParam: describeRouteParam(routeParam),
				candidates: ids,
				chosen: typeof serverId === 'string' ? serverId : null,
				by: `routerType ${type}`
			});
			cb(err, serverId);
		});
	};
}

type Pick = (
	ids: string[],
	message: RpcMessage,
	cb: (err: unknown, serverId?: unknown) => void
) => void;

type MakeSchedule = (platform: Platform, station: MailStation, opts: Fields) => Pick;

const schedules: Readonly<Record<string, MakeSchedule | undefined>> = {
	rr: () => roundRobin(),
	wrr: (_platform, station) => weightedRoundRobin(station),
	la: (platform) => leastActive(platform),
	ch: (platform, station, opts) => consistentHash(platform, station, opts)
};

function randomSchedule(platform: Platform): Pick {
	return (ids, _message, cb) => {
		cb(null, ids[MathFloor(platform.random() * ids.length)]);
	};
}

function roundRobin(): Pick {
	const turns: Record<string, number> = {};
	return (ids, message, cb) => {
		const type = String(message.serverType);
		const turn = turns[type] ?? 0;
		cb(null, ids[turn % ids.length]);
		turns[type] = turn + 1;
	};
}

function weightedRoundRobin(station: MailStation): Pick {
	const positions: Record<string, { index: number; weight: number }> = {};
	const weightOf = (id: string | undefined): number =>
		Number(field(station.servers.get(id), 'weight'));
	return (ids, message, cb) => {
		const type = String(message.serverType);
		let { index, weight } = positions[type] ?? { index: -1, weight: 0 };
		for (;;) {
			index = (index + 1) % ids.length;
			if (index === 0) {
				weight -= 1;
				if (weight <= 0) {
					weight = -1;
					for (let each = 0; each < ids.length; each++) {
						if (weightOf(ids[each]) > weight) weight = weightOf(ids[each]);
					}
					if (weight <= 0) {
						cb(new Error('rpc wrr route get invalid weight.'));
						return;
					}
				}
			}
			if (weightOf(ids[index]) >= weight) {
				positions[type] = { index, weight };
				cb(null, ids[index]);
				return;
			}
		}
	};
}

function leastActive(platform: Platform): Pick {
	const counts: Record<string, number> = {};
	return (ids, _message, cb) => {
		let least: string[] = [];
		let fewest = Infinity;
		for (let index = 0; index < ids.length; index++) {
			const id = ids[index] ?? '';
			const count = counts[id] ?? 0;
			if (count < fewest) {
				fewest = count;
				least = [];
			}
			if (count === fewest) least[least.length] = id;
		}
		const chosen = least[MathFloor(platform.random() * least.length)] ?? '';
		counts[chosen] = (counts[chosen] ?? 0) + 1;
		cb(null, chosen);
	};
}

/** A ring of 100 MD5 points for each server that is online. The key has to be text, or the call throws. */
function consistentHash(platform: Platform, station: MailStation, opts: Fields): Pick {
	const replicas = Number(opts.replicas) || 100;
	return (ids, message, cb) => {
		const owners: Record<string, string> = {};
		const points: string[] = [];
		for (let index = 0; index < ids.length; index++) {
			if (!station.isOnline(ids[index] ?? '')) continue;
			for (let replica = 0; replica < replicas; replica++) {
				const point = platform.md5(`${ids[index] ?? ''}:${String(replica)}`);
				points[points.length] = point;
				owners[point] = ids[index] ?? '';
			}
		}
		ArrayPrototypeSort(points);
		const fieldIndex = Number(opts.hashFieldIndex);
		const key = message.args[fieldIndex] || JSONStringify(message);
		if (typeof key !== 'string') {
			throw new TypeError('The "data" argument must be of type string or an instance of Buffer');
		}
		cb(null, owners[points[lastPointUpTo(points, platform.md5(key))] ?? '']);
	};
}

/** Index of the last point that is not behind `hash`; the last of all when every point is. */
function lastPointUpTo(points: readonly string[], hash: string): number {
	let found = points.length - 1;
	for (let index = points.length - 1; index >= 0; index--) {
		found = index;
		if ((points[index] ?? '') <= hash) return index;
	}
	return found === 0 ? points.length - 1 : found;
}
