// Whether ticks, turn-end work or rejections wait. The host hears of it with the answer to its own call into the guest;
// only what comes up between calls, in a promise job, has to be told by a call of its own.

import { hostWork } from './host.ts';

let isInside = false;
let isNoted = false;

/** Something waits: the host will call `proceed` once the promise jobs have run. */
export function noteWork(): void {
	isNoted = true;
	if (!isInside) hostWork();
}

/** The host has called. Private to the event loop. */
export function beginCall(): void {
	isInside = true;
	isNoted = false;
}

/** The host's call ends: has anything come up meanwhile? Private to the event loop. */
export function endCall(): boolean {
	isInside = false;
	return isNoted;
}
