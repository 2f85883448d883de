// The life of an application: start (components, then their afterStart), stop. Hooks of lifecycle.js come in between.
// Source: NetEase/pomelo lib/application.js (start, afterStart, stop).

import type { Application } from './application.ts';
import { runComponents, stopComponents } from './component.ts';
import { applicationEvents, applicationStates, settingKeys, times } from './constants.ts';
import { loadDefaultComponents } from './default-components.ts';
import { invokeCallback, isFunction } from './dynamic.ts';
import type { Logger } from './logger.ts';
import type { Platform } from './platform.ts';

/** The longest delay a timer takes. */
const timerDelayMaxMs = 2 ** 31 - 1;

/** See Application.start. */
export function startApplication(
	app: Application,
	platform: Platform,
	logger: Logger,
	cb: unknown
): void {
	app.startTime = platform.nowMs();
	if (app.state > applicationStates.inited) {
		invokeCallback(cb, new Error('application has already start.'));
		return;
	}
	loadDefaultComponents(app, platform);
	const startUp = (): void => {
		runComponents(app.loaded, 'start', logger, (err) => {
			app.state = applicationStates.start;
			if (err) {
				invokeCallback(cb, err);
				return;
			}
			logger.info('%j enter after start...', app.getServerId());
			app.afterStart(cb);
		});
	};
	const before = app.lifecycleCbs.beforeStartup;
	if (before === undefined) startUp();
	else before(app, startUp);
}

/** See Application.afterStart. */
export function afterStartComponents(
	app: Application,
	platform: Platform,
	logger: Logger,
	cb: unknown
): void {
	if (app.state !== applicationStates.start) {
		invokeCallback(cb, new Error('application is not running now.'));
		return;
	}
	const after = app.lifecycleCbs.afterStartup;
	runComponents(app.loaded, 'afterStart', logger, (err) => {
		app.state = applicationStates.started;
		const id = app.getServerId();
		if (!err) logger.info('%j finish start', id);
		if (after === undefined) invokeCallback(cb, err);
		else after(app, () => invokeCallback(cb, err));
		const usedMs = platform.nowMs() - (app.startTime ?? 0);
		logger.info('%j startup in %s ms', id, usedMs);
		app.event.emit(applicationEvents.START_SERVER, id);
	});
}

/** See Application.stop. */
export function stopApplication(
	app: Application,
	platform: Platform,
	logger: Logger,
	force: unknown
): void {
	if (app.state > applicationStates.started) {
		logger.warn('[pomelo application] application is not running now.');
		return;
	}
	app.state = applicationStates.stopped;
	app.stopTimer = platform.setTimer(() => {
		platform.exit(0);
	}, times.stopMs);
	const cancel = (): void => {
		platform.clearTimer(app.stopTimer);
	};
	const shutDown = (): void => {
		stopComponents(app.loaded, force, () => {
			cancel();
			if (force) platform.exit(0);
			// A stopped server lives on (there: by its open sockets); this timer is never due in a run.
			else platform.setTimer(() => undefined, timerDelayMaxMs);
		});
	};
	const before = app.lifecycleCbs.beforeShutdown;
	const hook = app.get(settingKeys.beforeStopHook);
	if (before !== undefined) before(app, shutDown, cancel);
	else if (isFunction(hook)) hook(app, shutDown, cancel);
	else shutDown();
}
