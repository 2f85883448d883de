// Counts a frontend's connections and who is logged in on them.
// Source: NetEase/pomelo lib/common/service/connectionService.js.

import { ObjectKeys } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { isFunction, isObject, removeField, type Fields } from './dynamic.ts';

export class ConnectionStatistics {
	readonly name = '__connection__';
	readonly serverId: string | null;
	connCount = 0;
	logined: Record<string, Fields> = {};

	constructor(app: Application) {
		this.serverId = app.getServerId();
	}

	addLoginedUser(uid: unknown, info: Fields): void {
		info.uid = uid;
		this.logined[String(uid)] = info;
	}

	/** Adds fields to what is known of a user who is logged in; functions are left out. */
	updateUserInfo(uid: unknown, info: unknown): void {
		const user = this.logined[String(uid)];
		if (user === undefined || !isObject(info)) return;
		const names = ObjectKeys(info);
		for (let index = 0; index < names.length; index++) {
			const name = names[index] ?? '';
			if (!isFunction(info[name])) user[name] = info[name];
		}
	}

	removeLoginedUser(uid: unknown): void {
		removeField(this.logined, String(uid));
	}

	increaseConnectionCount(): void {
		this.connCount += 1;
	}

	decreaseConnectionCount(uid: unknown): void {
		if (this.connCount > 0) this.connCount -= 1;
		if (uid) this.removeLoginedUser(uid);
	}

	getStatisticsInfo(): Fields {
		const loginedList: Fields[] = [];
		for (const uid in this.logined) {
			const info = this.logined[uid];
			if (info !== undefined) loginedList[loginedList.length] = info;
		}
		return {
			serverId: this.serverId,
			totalConnCount: this.connCount,
			loginedCount: ObjectKeys(this.logined).length,
			loginedList
		};
	}
}
