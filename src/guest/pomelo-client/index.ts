// Registers the browser client as the module `pomelo-jsclient-websocket` of the guest.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { onCommand } from '../runtime/commands.ts';
import { frameworkLog } from '../runtime/facts.ts';
import { liveAsPage, reportOnPage } from '../runtime/process-life.ts';
import { DateNow } from '../runtime/primordials.ts';
import { connectSocket } from '../runtime/sockets.ts';
import { armTimer, disarmTimer } from '../runtime/timers.ts';
import { PomeloClient } from './pomelo-client.ts';

registerBuiltin(
	'pomelo-jsclient-websocket',
	() =>
		new PomeloClient({
			connect: connectSocket,
			setTimer: (fn, delayMs) => armTimer(delayMs, false, fn),
			clearTimer: (timer) => {
				if (typeof timer === 'number') disarmTimer(timer);
			},
			nowMs: () => DateNow(),
			log: frameworkLog,
			onCommand,
			reportError: reportOnPage,
			liveAsPage
		})
);
