// How a remote call that fails reaches its caller. That is what differs between the releases of Pomelo that applications
// were written for; their API is the same. Successful calls know no profile.
// Source: recorded from clusters of Pomelo 0.8.0, 1.2.0 and 2.2.7; pomelo-rpc 0.2.5, 0.3.x and 1.0.7.

import type { Platform } from './platform.ts';

export interface FailureProfile {
	/** For a target that is unknown or offline. Undefined: nobody is told, and the call waits until the target is there. */
	readonly unsentError: ((target: string, code: number) => Error) | undefined;
	/** Does `toServer` tell of a target that is not there? Only asked where there is an error to tell. */
	readonly toServerTells: boolean;
	/** What follows when nobody listens at the target: its timeout, an error at once, or an exception of the connection. */
	readonly refusal: 'timeout' | 'error' | 'exception';
	/** What calls in flight get when the target dies: nothing until their timeout, an error at once, or no values. */
	readonly loss: 'timeout' | 'error' | 'no values';
	/** The error of a call that got no reply in time. Undefined: there is no timeout. */
	readonly timeoutError: ((text: string) => Error) | undefined;
	/** Does what a remote throws at once go back to the caller? */
	readonly answersThrown: boolean;
	/** Does `toServer('*')` call back for each server with its values, and not once for all? */
	readonly starTellsEach: boolean;
}

/** The error of a call by its number in pomelo-rpc. */
export function codeError(code: number): Error {
	return new Error(`rpc failed with error code: ${String(code)}`);
}

const profiles: Readonly<Record<string, FailureProfile | undefined>> = {
	'0.8': {
		unsentError: (target) => new Error(`fail to connect to remote server:${target}`),
		toServerTells: false,
		refusal: 'exception',
		loss: 'no values',
		timeoutError: undefined,
		answersThrown: false,
		starTellsEach: true
	},
	'1.2': {
		unsentError: (_target, code) => codeError(code),
		toServerTells: true,
		refusal: 'error',
		loss: 'error',
		timeoutError: () => codeError(5),
		answersThrown: false,
		starTellsEach: true
	}
};

const latest: FailureProfile = {
	unsentError: undefined,
	toServerTells: false,
	refusal: 'timeout',
	loss: 'timeout',
	timeoutError: (text) => new Error(text),
	answersThrown: true,
	starTellsEach: false
};

/** The profile of this process: the scenario's `pomelo.profile`, which its servers have in their environment. */
export function failureProfile(platform: Platform): FailureProfile {
	return profiles[platform.env('POMELO_PROFILE') ?? ''] ?? latest;
}
